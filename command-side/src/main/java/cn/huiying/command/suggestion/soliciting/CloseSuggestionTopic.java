package cn.huiying.command.suggestion.soliciting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes no more suggestions on the topic 征集专题结束.
 */
@DossierAction(
        slug = "close",
        chinese = "结束征集专题",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record CloseSuggestionTopic(
        @TargetAggregateIdentifier SuggestionTopicId topicId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
