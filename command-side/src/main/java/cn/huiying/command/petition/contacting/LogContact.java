package cn.huiying.command.petition.contacting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the agency spoke, or tried to speak, with the author (row 14).
 */
@PetitionAction(slug = "log-contact", chinese = "登记联系", roles = Role.AGENCY_HANDLER, seals = CitizenContacted.class)
public record LogContact(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull ContactChannel channel,
        @NotNull Boolean reached,
        @NotNull Sealed note)
        implements PetitionCommand {}
