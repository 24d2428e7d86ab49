package cn.huiying.command.petition.reexamining;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for a final review 申请复核 (row 25, Art. 36).
 */
@PetitionAction(
        slug = "request-review",
        chinese = "申请复核",
        roles = {Role.CITIZEN, Role.ENTERPRISE},
        seals = ReviewRequested.class)
public record RequestReview(@TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotNull Sealed grounds)
        implements PetitionCommand {}
