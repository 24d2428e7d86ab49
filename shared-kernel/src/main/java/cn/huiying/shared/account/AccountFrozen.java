package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 冻结: the account may not post until it is unfrozen.
 */
@Revision("1")
public record AccountFrozen(AccountId accountId, String reason, Instant at) implements AccountEvent {}
