package cn.huiying.command.petition.reexamining;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the superior body to examine the answer again 申请复查 (row 25, Art. 35).
 */
@PetitionAction(
        slug = "request-reexamination",
        chinese = "申请复查",
        roles = {Role.CITIZEN, Role.ENTERPRISE},
        seals = ReexaminationRequested.class)
public record RequestReexamination(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotNull Sealed grounds)
        implements PetitionCommand {}
