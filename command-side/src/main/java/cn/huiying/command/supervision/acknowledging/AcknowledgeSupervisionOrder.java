package cn.huiying.command.supervision.acknowledging;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.SupervisionOrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes note of the order 督办签收.
 */
@DossierAction(
        slug = "acknowledge",
        chinese = "签收督办件",
        roles = {Role.AGENCY_HANDLER, Role.AGENCY_LEADER})
public record AcknowledgeSupervisionOrder(@TargetAggregateIdentifier SupervisionOrderId orderId, Instant at)
        implements DossierCommand {}
