package cn.huiying.command.petition.cohandling;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells the lead agency what the co-handler did 协办反馈.
 */
@PetitionAction(
        slug = "report-co-handling",
        chinese = "协办反馈",
        roles = Role.AGENCY_HANDLER,
        seals = CoHandlerReported.class,
        coHandlers = true)
public record ReportCoHandling(@TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotNull Sealed text)
        implements PetitionCommand {}
