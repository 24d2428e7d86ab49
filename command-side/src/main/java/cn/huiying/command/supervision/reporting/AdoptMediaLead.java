package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaLeadId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The media follow it up 采用.
 */
@DossierAction(slug = "adopt", chinese = "采用线索", roles = Role.MEDIA)
public record AdoptMediaLead(@TargetAggregateIdentifier MediaLeadId leadId, Instant at) implements DossierCommand {}
