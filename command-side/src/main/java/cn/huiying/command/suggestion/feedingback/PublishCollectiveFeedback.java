package cn.huiying.command.suggestion.feedingback;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells everyone what became of suggestions on the topic 集中反馈 (上海市人民建议征集若干规定 Art. 12); each has its own reply beside it.
 */
@DossierAction(
        slug = "publish-feedback",
        chinese = "集中反馈",
        roles = {Role.INTAKE_OFFICER, Role.BUREAU_LEADER})
public record PublishCollectiveFeedback(
        @TargetAggregateIdentifier SuggestionTopicId topicId,
        Instant at,
        @NotBlank @Size(max = 4000) String text,
        @NotEmpty @Size(max = 200) List<PetitionId> suggestions)
        implements DossierCommand {}
