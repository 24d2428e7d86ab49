package cn.huiying.command.petition.correcting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Mends the petition 补正 (row 3); a text that is left out stays as it was.
 */
@PetitionAction(
        slug = "correct",
        chinese = "补正",
        roles = {Role.CITIZEN, Role.ENTERPRISE},
        seals = PetitionCorrected.class)
public record CorrectPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        Sealed title,
        Sealed body,
        Sealed claim,
        Sealed supplement,
        Sealed reason,
        Sealed proposal)
        implements PetitionCommand {}
