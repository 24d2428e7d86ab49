package cn.huiying.command.suggestion;

import static cn.huiying.command.suggestion.Adopted.ADOPTED;
import static cn.huiying.command.suggestion.Adopted.IN_HAND;
import static cn.huiying.command.suggestion.Adopted.NOT_ADOPTED;
import static cn.huiying.command.suggestion.Adopted.OF_NO_TOPIC;
import static cn.huiying.command.suggestion.Adopted.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.Refusals;
import cn.huiying.command.suggestion.feedingback.PublishCollectiveFeedback;
import cn.huiying.command.suggestion.soliciting.CloseSuggestionTopic;
import cn.huiying.command.suggestion.soliciting.OpenSuggestionTopic;
import cn.huiying.command.supervision.TwoAgencies;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished.Answered;
import cn.huiying.shared.suggestion.SuggestionTopicClosed;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTopicTest {

    private static final Instant NOW = Instant.parse("2022-09-01T02:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2022, 9, 30);
    private static final Actor OFFICER = new Actor("o", Role.INTAKE_OFFICER, null, null);
    private static final SuggestionTopicOpened OPENED =
            new SuggestionTopicOpened(TOPIC, "方便出行", "请提建议。", TwoAgencies.AGENCY, LAST, NOW);
    private static final SuggestionTopicClosed CLOSED = new SuggestionTopicClosed(TOPIC, "征集期满", NOW);

    private static TestExecutor<SuggestionTopic> given(SuggestionTopicEvent... events) {
        AggregateTestFixture<SuggestionTopic> fixture = new AggregateTestFixture<>(SuggestionTopic.class);
        fixture.registerInjectableResource(new TwoAgencies());
        fixture.registerInjectableResource(new Adopted());
        return fixture.given((Object[]) events);
    }

    private static OpenSuggestionTopic open(String organiser, LocalDate closesOn) {
        return new OpenSuggestionTopic(TOPIC, NOW, "方便出行", "请提建议。", organiser, closesOn);
    }

    private static PublishCollectiveFeedback feedback(PetitionId... suggestions) {
        return new PublishCollectiveFeedback(TOPIC, NOW, "已采纳。", List.of(suggestions));
    }

    @Test
    void a_topic_is_opened_by_the_bureau_for_itself_or_for_an_agency() {
        given().when(open(TwoAgencies.AGENCY, LAST), OFFICER.asMetadata()).expectEvents(OPENED);
        given().when(open(null, null), OFFICER.asMetadata())
                .expectEvents(new SuggestionTopicOpened(TOPIC, "方便出行", "请提建议。", null, null, NOW));
        given().when(open("445224-999", LAST), OFFICER.asMetadata()).expectException(Refusals.by("agency-is-listed"));
    }

    @Test
    void a_topic_does_not_close_before_it_opens() {
        given().when(open(null, LocalDate.of(2022, 8, 31)), OFFICER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("a-topic-closes-after-it-opens"));
        given().when(open(null, LocalDate.of(2022, 9, 1)), OFFICER.asMetadata()).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource({"2022-09-01T02:00:00Z, true", "2022-09-30T15:59:59Z, true", "2022-09-30T16:00:00Z, false"})
    void suggestions_are_taken_until_the_end_of_the_last_day(Instant at, boolean open) {
        assertThat(TopicStage.evolve(null, OPENED).isOpenAt(at)).isEqualTo(open);
        assertThat(TopicStage.evolve(TopicStage.evolve(null, OPENED), CLOSED).isOpenAt(at))
                .isFalse();
    }

    @Test
    void a_topic_is_closed_once() {
        CloseSuggestionTopic close = new CloseSuggestionTopic(TOPIC, NOW, "征集期满");
        given(OPENED).when(close, OFFICER.asMetadata()).expectEvents(CLOSED);
        given(OPENED, CLOSED)
                .when(close, OFFICER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("not-in-this-state"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void collective_feedback_tells_the_outcomes_as_they_are_also_after_the_close(boolean closed) {
        given(closed ? new SuggestionTopicEvent[] {OPENED, CLOSED} : new SuggestionTopicEvent[] {OPENED})
                .when(feedback(ADOPTED, NOT_ADOPTED, ADOPTED), OFFICER.asMetadata())
                .expectEvents(new CollectiveFeedbackPublished(
                        TOPIC,
                        "已采纳。",
                        List.of(
                                new Answered(ADOPTED, ReplyOutcome.ADOPTED),
                                new Answered(NOT_ADOPTED, ReplyOutcome.NOT_ADOPTED)),
                        NOW));
    }

    @Test
    void collective_feedback_answers_only_resolved_suggestions_of_its_topic() {
        for (PetitionId other : List.of(IN_HAND, OF_NO_TOPIC, Adopted.MOVED, Adopted.ACCUSING)) {
            given(OPENED)
                    .when(feedback(ADOPTED, other), OFFICER.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("feedback-answers-resolved-suggestions-of-its-topic"));
        }
        given(OPENED)
                .when(feedback(Adopted.NONE), OFFICER.asMetadata())
                .expectException(Refusals.by("petition-not-found"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_the_bureau_solicits(Role role) {
        var result = given().when(open(null, null), new Actor("x", role, null, null).asMetadata());
        if (role == Role.INTAKE_OFFICER || role == Role.BUREAU_LEADER) {
            result.expectSuccessfulHandlerExecution();
        } else {
            result.expectNoEvents().expectException(Refusals.by("role-may-not"));
        }
    }
}
