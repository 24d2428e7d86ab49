package cn.huiying.shared.account;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 企业注册: an enterprise opened an account, or gave its particulars again after it was not verified.
 *
 * @param name the enterprise's
 * @param creditCode 统一社会信用代码, 18 characters; null for history that does not tell
 * @param creditCodeDigest the same under a key, by which two accounts of one enterprise are found; null likewise
 * @param contact who answers for it 联系人
 * @param phone the contact's
 * @param industry null for history that does not tell; size likewise
 * @param district GB/T 2260 code
 */
@Revision("1")
public record EnterpriseRegistered(
        AccountId accountId,
        Sealed name,
        Sealed creditCode,
        String creditCodeDigest,
        Sealed contact,
        Sealed phone,
        Industry industry,
        EnterpriseSize size,
        String district,
        Instant at)
        implements AccountEvent {}
