package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.supervision.MediaLeadId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the lead back: the media no longer see it 撤回线索.
 */
@DossierAction(slug = "withdraw", chinese = "撤回线索")
public record WithdrawMediaLead(
        @TargetAggregateIdentifier MediaLeadId leadId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
