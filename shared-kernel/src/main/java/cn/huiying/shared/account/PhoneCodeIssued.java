package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 验证码已发: a code was sent to the phone; the log keeps only its keyed digest.
 */
@Revision("1")
public record PhoneCodeIssued(AccountId accountId, String codeDigest, Instant expiresAt, Instant at)
        implements AccountEvent {}
