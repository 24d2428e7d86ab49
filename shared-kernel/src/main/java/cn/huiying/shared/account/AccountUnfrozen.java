package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 解冻: the account may post again.
 */
@Revision("1")
public record AccountUnfrozen(AccountId accountId, String reason, Instant at) implements AccountEvent {}
