package cn.huiying.command.account.registering;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens an enterprise's account 企业注册, or gives its particulars again where they were refused; an officer verifies them.
 *
 * @param creditCodeDigest by which two accounts of one enterprise are found; null, like code, industry and size, only for history
 */
public record RegisterEnterprise(
        @TargetAggregateIdentifier AccountId accountId,
        Instant at,
        Sealed name,
        Sealed creditCode,
        String creditCodeDigest,
        Sealed contact,
        Sealed phone,
        Industry industry,
        EnterpriseSize size,
        String district,
        String noticeVersion) {}
