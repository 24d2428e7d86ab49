package cn.huiying.command.suggestion.soliciting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for suggestions on a topic 征集专题开启.
 *
 * @param organiser code of the agency that asks; null for the bureau
 * @param closesOn  the last day, included; null where it is open until it is closed
 */
@DossierAction(
        slug = "open",
        chinese = "开启征集专题",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record OpenSuggestionTopic(
        @TargetAggregateIdentifier SuggestionTopicId topicId,
        Instant at,
        @NotBlank @Size(min = 2, max = 50) String title,
        @NotBlank @Size(max = 2000) String text,
        String organiser,
        LocalDate closesOn)
        implements DossierCommand {}
