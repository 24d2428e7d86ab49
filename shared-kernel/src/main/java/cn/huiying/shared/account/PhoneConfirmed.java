package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 手机号已验证: the holder proved that the phone is theirs.
 */
@Revision("1")
public record PhoneConfirmed(AccountId accountId, Instant at) implements AccountEvent {}
