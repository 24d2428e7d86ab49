package cn.huiying.command.petition.progressing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells the author how far the agency is (row 14).
 */
@PetitionAction(slug = "post-progress", chinese = "阶段性答复", roles = Role.AGENCY_HANDLER, seals = ProgressPosted.class)
public record PostProgress(@TargetAggregateIdentifier PetitionId petitionId, Instant at, @NotNull Sealed text)
        implements PetitionCommand {}
