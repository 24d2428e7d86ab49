package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 注销: the holder gave the account up.
 */
@Revision("1")
public record AccountCancelled(AccountId accountId, String reason, Instant at) implements AccountEvent {}
