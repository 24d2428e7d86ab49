package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Destroys the person's key 销毁密钥; sent by the platform. A second time changes nothing. */
@DossierAction(
        slug = "destroy-key",
        chinese = "销毁密钥",
        roles = {Role.SYSTEM})
public record DestroySubjectKey(@TargetAggregateIdentifier ErasureId erasureId, Instant at) implements DossierCommand {}
