package cn.huiying.command.account.registering;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.privacy.Sealed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
        @NotNull Sealed name,
        @NotNull Sealed creditCode,
        String creditCodeDigest,
        @NotNull Sealed contact,
        @NotNull Sealed phone,
        @NotNull Industry industry,
        @NotNull EnterpriseSize size,
        @NotNull @Pattern(regexp = "\\d{6}") String district,
        @NotNull String noticeVersion) {}
