package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 企业认证未通过: the particulars are not right; the enterprise may give them again.
 */
@Revision("1")
public record EnterpriseVerificationRefused(AccountId accountId, String reason, Instant at) implements AccountEvent {}
