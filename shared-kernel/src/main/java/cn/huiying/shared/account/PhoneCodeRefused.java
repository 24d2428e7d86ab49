package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 验证码错误: a wrong code was entered.
 *
 * @param attempts wrong entries since the code was issued
 */
@Revision("1")
public record PhoneCodeRefused(AccountId accountId, int attempts, Instant at) implements AccountEvent {}
