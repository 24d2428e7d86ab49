package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Refuses it 不予删除 (个人信息保护法 Art. 50: with the reason). */
@DossierAction(slug = "refuse", chinese = "不予删除", roles = Role.AUDIT_ADMIN)
public record RefuseErasure(
        @TargetAggregateIdentifier ErasureId erasureId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
