package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Approves it; the key is destroyed at once 批准删除. */
@DossierAction(slug = "approve", chinese = "批准删除", roles = Role.AUDIT_ADMIN)
public record ApproveErasure(@TargetAggregateIdentifier ErasureId erasureId, Instant at) implements DossierCommand {}
