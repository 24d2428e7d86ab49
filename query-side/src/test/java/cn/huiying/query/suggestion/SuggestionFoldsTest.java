package cn.huiying.query.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished.Answered;
import cn.huiying.shared.suggestion.ConversionForm;
import cn.huiying.shared.suggestion.MeasureAbandoned;
import cn.huiying.shared.suggestion.MeasureCompleted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.MeasureProgressed;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SpecialReportInstructed;
import cn.huiying.shared.suggestion.SpecialReportState;
import cn.huiying.shared.suggestion.SpecialReportSubmitted;
import cn.huiying.shared.suggestion.SuggestionConverted;
import cn.huiying.shared.suggestion.SuggestionTopicClosed;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import cn.huiying.shared.suggestion.TopicState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What the lists show follows from the events, however often they are delivered. */
class SuggestionFoldsTest {

    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
    private static final SuggestionTopicId TOPIC = new SuggestionTopicId("TOP-1");
    private static final MeasureId MEASURE = new MeasureId("MEA-1");
    private static final PetitionId SUGGESTION = new PetitionId("PET-1");

    private static final List<SuggestionTopicEvent> SOLICITED = List.of(
            new SuggestionTopicOpened(TOPIC, "方便出行", "请提建议。", null, LocalDate.of(2026, 12, 31), AT),
            new CollectiveFeedbackPublished(TOPIC, "已采纳。", List.of(new Answered(SUGGESTION, ReplyOutcome.ADOPTED)), AT),
            new SuggestionTopicClosed(TOPIC, "征集期满", AT));

    private static final List<MeasureEvent> CONVERTED = List.of(
            new SuggestionConverted(
                    MEASURE,
                    List.of(SUGGESTION),
                    List.of(TOPIC),
                    ConversionForm.PLAN,
                    "夜间公交",
                    "延时。",
                    "445224-114",
                    LocalDate.of(2026, 12, 31),
                    AT),
            new MeasureProgressed(MEASURE, 60, "已调整一条线路。", AT),
            new MeasureCompleted(MEASURE, "均已延时。", AT));

    private static final List<SpecialReportEvent> REPORTED = List.of(
            Drafts.SOME,
            new SpecialReportSubmitted(Drafts.ID, 1, AT),
            new SpecialReportInstructed(Drafts.ID, "INS-1", "建议情况", "请落实。", List.of("445224-114"), null, AT));

    private static <T, E> List<T> course(List<? extends E> events, BiFunction<T, Recorded<E>, T> evolve) {
        List<T> course = new ArrayList<>();
        T item = null;
        for (int version = 0; version < events.size(); version++) {
            item = evolve.apply(item, new Recorded<>(events.get(version), version, 100 + version));
            course.add(item);
        }
        return course;
    }

    private static <T, E> void requireUnchanged(List<? extends E> events, BiFunction<T, Recorded<E>, T> evolve) {
        T last = course(events, evolve).getLast();
        for (int version = 0; version < events.size(); version++) {
            assertThat(evolve.apply(last, new Recorded<>(events.get(version), version, 100 + version)))
                    .isSameAs(last);
        }
    }

    @Test
    void a_topic_is_closed_by_its_last_day_or_before_and_keeps_its_feedback() {
        List<ListedTopic> course = course(SOLICITED, ListedTopic::evolve);
        assertThat(course.getFirst().state(Instant.parse("2026-12-31T15:59:59Z")))
                .isEqualTo(TopicState.OPEN);
        assertThat(course.getFirst().state(Instant.parse("2026-12-31T16:00:00Z")))
                .isEqualTo(TopicState.CLOSED);
        assertThat(course.getLast().state(AT)).isEqualTo(TopicState.CLOSED);
        assertThat(course.getLast().feedback()).hasSize(1);
    }

    @Test
    void a_measure_tells_how_far_it_is_and_is_late_only_while_it_is_under_way() {
        List<ListedMeasure> course = course(CONVERTED, ListedMeasure::evolve);
        Instant after = Instant.parse("2026-12-31T16:00:00Z");
        assertThat(course.stream().map(ListedMeasure::percent)).containsExactly(0, 60, 100);
        assertThat(course.stream().map(measure -> measure.late(after))).containsExactly(true, true, false);
        assertThat(course.getFirst().late(after.minusSeconds(1))).isFalse();
        assertThat(course.getLast().endedAt()).isEqualTo(AT);
        ListedMeasure abandoned = course(
                        List.of(CONVERTED.get(0), CONVERTED.get(1), new MeasureAbandoned(MEASURE, "并入规划。", AT)),
                        ListedMeasure::evolve)
                .getLast();
        assertThat(abandoned.state()).isEqualTo(MeasureState.ABANDONED);
        assertThat(abandoned.percent()).as("as far as it came").isEqualTo(60);
    }

    @Test
    void a_report_is_drafted_submitted_and_instructed_about() {
        assertThat(course(REPORTED, ListedReport::evolve).stream().map(ListedReport::state))
                .containsExactly(SpecialReportState.DRAFT, SpecialReportState.SUBMITTED, SpecialReportState.INSTRUCTED);
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        requireUnchanged(SOLICITED, ListedTopic::evolve);
        requireUnchanged(CONVERTED, ListedMeasure::evolve);
        requireUnchanged(REPORTED, ListedReport::evolve);
    }
}
