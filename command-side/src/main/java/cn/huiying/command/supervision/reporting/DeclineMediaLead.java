package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaLeadId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The media do not follow it up 未采用.
 */
@DossierAction(slug = "decline", chinese = "不采用线索", roles = Role.MEDIA)
public record DeclineMediaLead(
        @TargetAggregateIdentifier MediaLeadId leadId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
