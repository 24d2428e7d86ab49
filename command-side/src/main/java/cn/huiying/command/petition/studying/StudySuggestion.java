package cn.huiying.command.petition.studying;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.StudyForm;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells how the suggestion was studied before it is answered 研究论证 (上海市人民建议征集若干规定 Art. 11).
 *
 * @param withProposer whether whoever made the suggestion took part
 */
@PetitionAction(slug = "study", chinese = "研究论证", roles = Role.AGENCY_HANDLER, seals = SuggestionStudied.class)
public record StudySuggestion(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull StudyForm form,
        @NotNull Boolean withProposer,
        @NotNull Sealed conclusion)
        implements PetitionCommand {}
