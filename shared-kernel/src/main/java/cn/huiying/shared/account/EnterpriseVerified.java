package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 企业认证通过: an officer found the enterprise's particulars right; it may post.
 */
@Revision("1")
public record EnterpriseVerified(AccountId accountId, Instant at) implements AccountEvent {}
