package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.TOPIC;
import static cn.huiying.command.petition.Commands.answering;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static cn.huiying.command.petition.Scenario.givenNoPetition;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.rewarding.RewardSuggestion;
import cn.huiying.command.petition.rewarding.SelectSuggestion;
import cn.huiying.command.petition.studying.StudySuggestion;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.RewardKind;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.StudyForm;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a petition of the section 建言献策 has beside the others. */
class SuggestionsTest {

    private static final Actor LEADER = People.inRole(Role.BUREAU_LEADER);
    private static final SelectSuggestion SELECT = new SelectSuggestion(PETITION, MONDAY, "切实可行");
    private static final RewardSuggestion REWARD =
            new RewardSuggestion(PETITION, MONDAY, RewardKind.CERTIFICATE, "优秀人民建议证书");
    private static final SuggestionSelected SELECTED = new SuggestionSelected(PETITION, "切实可行", MONDAY);

    private static PetitionStory aSuggestion() {
        return aPetition().in(Section.SUGGESTION);
    }

    @Test
    void a_suggestion_may_answer_an_open_topic() {
        assertThat(givenNoPetition()
                        .when(answering(TOPIC, Section.SUGGESTION, MONDAY), AUTHOR)
                        .events())
                .first()
                .extracting(event -> ((PetitionSubmitted) event).topic())
                .isEqualTo(TOPIC);
    }

    @Test
    void a_suggestion_answers_no_topic_that_is_closed_or_not_there() {
        givenNoPetition()
                .when(answering(TOPIC, Section.SUGGESTION, endOf("2023-03-31")), AUTHOR)
                .refusedBy("a-topic-is-answered-while-it-is-open");
        givenNoPetition()
                .when(answering(new SuggestionTopicId("TOP-2"), Section.SUGGESTION, MONDAY), AUTHOR)
                .refusedBy("topic-not-found");
    }

    @Test
    void history_names_the_topic_it_answered_elsewhere() {
        SuggestionTopicId elsewhere = new SuggestionTopicId("TOP-2");
        assertThat(givenNoPetition()
                        .when(Commands.from("another-board", answering(elsewhere, Section.SUGGESTION, MONDAY)), AUTHOR)
                        .events())
                .first()
                .extracting(event -> ((PetitionSubmitted) event).topic())
                .isEqualTo(elsewhere);
    }

    @Test
    void nothing_but_a_suggestion_answers_a_topic() {
        givenNoPetition()
                .when(answering(TOPIC, Section.MASS_MESSAGE, MONDAY), AUTHOR)
                .refusedBy("only-a-suggestion-answers-a-topic");
    }

    @Test
    void the_handler_tells_how_the_suggestion_was_studied() {
        Sealed conclusion = sealed("SuggestionStudied.conclusion");
        StudySuggestion study = new StudySuggestion(PETITION, MONDAY, StudyForm.MEETING, true, conclusion);

        given(aSuggestion().handled())
                .when(study, HANDLER)
                .leadsTo(State.HANDLING, new SuggestionStudied(PETITION, StudyForm.MEETING, true, conclusion, MONDAY));
        given(aPetition().handled()).when(study, HANDLER).refusedBy("only-a-suggestion-is-studied");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyOutcome.class,
            names = {"ADOPTED", "PARTLY_ADOPTED", "FOR_REFERENCE", "NOT_ADOPTED"})
    void what_was_adopted_wholly_or_partly_can_be_selected(ReplyOutcome outcome) {
        Scenario.Then then = given(aSuggestion().answeredBy(outcome).resolved()).when(SELECT, LEADER);
        if (outcome == ReplyOutcome.ADOPTED || outcome == ReplyOutcome.PARTLY_ADOPTED) {
            then.leadsTo(State.RESOLVED, SELECTED);
        } else {
            then.refusedBy("only-an-adopted-suggestion-is-selected");
        }
    }

    @Test
    void a_suggestion_is_selected_once_also_out_of_the_archive_and_then_rewarded() {
        given(aSuggestion().adopted().archived())
                .when(REWARD, LEADER)
                .refusedBy("only-a-selected-suggestion-is-rewarded");
        given(aSuggestion().adopted().archived()).when(SELECT, LEADER).leadsTo(State.ARCHIVED, SELECTED);
        given(aSuggestion().adopted().archived().then(SELECTED))
                .when(SELECT, LEADER)
                .refusedBy("a-suggestion-is-selected-once");
        given(aSuggestion().adopted().archived().then(SELECTED))
                .when(REWARD, LEADER)
                .leadsTo(State.ARCHIVED, new SuggestionRewarded(PETITION, RewardKind.CERTIFICATE, "优秀人民建议证书", MONDAY));
    }
}
