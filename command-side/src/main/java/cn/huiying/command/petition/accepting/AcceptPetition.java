package cn.huiying.command.petition.accepting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the petition in hand and classifies it 受理 (row 7).
 *
 * @param type null keeps the author's
 * @param domain null keeps the author's
 * @param accusedAgency the agency an accusation is about, if it is one
 */
@PetitionAction(
        slug = "accept",
        chinese = "受理",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record AcceptPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        PetitionType type,
        @Size(max = 20) String domain,
        @NotNull PetitionClass petitionClass,
        @NotNull LimitClass limitClass,
        @NotNull Urgency urgency,
        String accusedAgency)
        implements PetitionCommand {}
