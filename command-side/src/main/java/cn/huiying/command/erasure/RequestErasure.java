package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for the erasure of a person's data 申请删除个人信息. */
@DossierAction(
        slug = "request-erasure",
        chinese = "申请删除个人信息",
        roles = {Role.SEC_ADMIN, Role.BUREAU_LEADER})
public record RequestErasure(
        @TargetAggregateIdentifier ErasureId erasureId,
        Instant at,
        @NotNull AccountId subject,
        @NotNull ErasureBasis basis,
        @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
