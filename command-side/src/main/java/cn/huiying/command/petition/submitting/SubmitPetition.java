package cn.huiying.command.petition.submitting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Posts a petition 提交留言 (row 1).
 *
 * @param number drawn by the door, see {@link #numbered}
 * @param nickname what the public sees of the author; given by the door
 * @param domain one of the listed fields of life
 * @param district GB/T 2260 code
 * @param body all types but complaints
 * @param claim complaints: what happened, where, and what is asked for
 * @param supplement complaints only; optional
 * @param place optional; never shown
 * @param hiddenRemark optional; for the handling unit only
 * @param policy inquiries: the policy asked about
 * @param topic suggestions: the topic of solicitation it answers; optional
 * @param reason suggestions: why something should change
 * @param proposal suggestions: what should be done
 * @param source null for a petition posted here
 */
@PetitionAction(
        slug = "submit",
        chinese = "提交留言",
        roles = {Role.CITIZEN, Role.ENTERPRISE},
        ownDoor = true,
        seals = PetitionSubmitted.class)
public record SubmitPetition(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        String number,
        @NotNull AccountId author,
        @NotNull String nickname,
        @NotNull Section section,
        @NotNull Board board,
        @NotNull PetitionType type,
        @NotBlank String domain,
        @NotNull @Pattern(regexp = "\\d{6}") String district,
        @NotNull VisibilityWish visibilityWish,
        @NotNull Sealed title,
        Sealed body,
        Sealed claim,
        Sealed supplement,
        Sealed place,
        Sealed hiddenRemark,
        PolicyId policy,
        SuggestionTopicId topic,
        Sealed reason,
        Sealed proposal,
        String source)
        implements PetitionCommand {

    /** The same with its number, which is drawn only when everything else is in order. */
    public SubmitPetition numbered(String drawn) {
        return new SubmitPetition(
                petitionId,
                at,
                drawn,
                author,
                nickname,
                section,
                board,
                type,
                domain,
                district,
                visibilityWish,
                title,
                body,
                claim,
                supplement,
                place,
                hiddenRemark,
                policy,
                topic,
                reason,
                proposal,
                source);
    }
}
