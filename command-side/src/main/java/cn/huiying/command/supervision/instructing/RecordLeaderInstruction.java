package cn.huiying.command.supervision.instructing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.InstructionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Instructs agencies about petitions or a topic 领导批示.
 *
 * @param topic in words; null where it is about petitions alone
 * @param dueOn until when it is to be done; may be null
 */
@DossierAction(slug = "record", chinese = "批示", roles = Role.CITY_LEADER)
public record RecordLeaderInstruction(
        @TargetAggregateIdentifier InstructionId instructionId,
        Instant at,
        @Size(min = 2, max = 100) String topic,
        @Size(max = 50) List<PetitionId> petitions,
        @NotBlank @Size(max = 1000) String text,
        @NotEmpty @Size(max = 20) List<String> agencies,
        LocalDate dueOn)
        implements DossierCommand {}
