package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaLeadId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Withdraws the lead where what it says is no longer what the public is shown 比对公开稿.
 */
@DossierAction(slug = "compare", chinese = "比对公开稿", roles = Role.SYSTEM)
public record CompareWithThePublication(@TargetAggregateIdentifier MediaLeadId leadId, Instant at)
        implements DossierCommand {}
