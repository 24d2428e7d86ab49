package cn.huiying.command.petition.lapsing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.lapsing.OpenWindows.Kind;
import cn.huiying.command.petition.lapsing.OpenWindows.Window;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.SatisfactionBand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenWindowsProjectionTest {

    private static final PetitionId ONE = new PetitionId("PET-1");
    private static final PetitionId TWO = new PetitionId("PET-2");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");
    private static final Instant CORRECT_BY = Instant.parse("2023-03-13T16:00:00Z");
    private static final Instant EVALUATE_BY = Instant.parse("2023-03-21T16:00:00Z");

    private static final PetitionEvent ASKED = new CorrectionRequested(ONE, "请补充", CORRECT_BY, CORRECT_BY, NOW);
    private static final PetitionEvent MENDED = new PetitionCorrected(ONE, null, null, null, null, NOW);
    private static final PetitionEvent RESOLVED = new PetitionResolved(ONE, ReplyOutcome.SUPPORTED, EVALUATE_BY, NOW);
    private static final PetitionEvent RATED =
            new PetitionEvaluated(ONE, 1, 1, 1, 1.0, SatisfactionBand.DISSATISFIED, null, NOW);
    private static final PetitionEvent CLOSED = new PetitionClosed(ONE, ClosingReason.EVALUATION_LAPSED, NOW);

    private final OpenWindowsInMemory windows = new OpenWindowsInMemory();
    private final OpenWindowsProjection projection = new OpenWindowsProjection(windows);
    private final AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projection);

    private void deliver(PetitionEvent... batch) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        for (PetitionEvent event : batch) {
            handle(event);
        }
        unit.commit();
    }

    /** As the framework calls it: what has no handler is passed over. */
    private void handle(PetitionEvent event) {
        try {
            handlers.handle(new GenericEventMessage<>(event));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Window> open() {
        return new ArrayList<>(windows.open.values());
    }

    @Test
    void a_petition_that_must_be_mended_waits_until_its_due_moment() {
        deliver(ASKED);
        assertThat(open()).containsExactly(new Window(ONE, Kind.CORRECTION, CORRECT_BY));
    }

    @Test
    void an_answered_petition_waits_for_its_rating() {
        deliver(RESOLVED);
        assertThat(open()).containsExactly(new Window(ONE, Kind.EVALUATION, EVALUATE_BY));
    }

    static Stream<List<PetitionEvent>> what_shuts_a_window() {
        return Stream.of(
                List.of(ASKED, MENDED),
                List.of(ASKED, new CorrectionLapsed(ONE, CORRECT_BY, NOW)),
                List.of(ASKED, new PetitionWithdrawn(ONE, "已解决", NOW)),
                List.of(RESOLVED, RATED),
                List.of(RESOLVED, new EvaluationLapsed(ONE, EVALUATE_BY, NOW), CLOSED));
    }

    @ParameterizedTest
    @MethodSource("what_shuts_a_window")
    void a_petition_that_moves_on_waits_no_longer(List<PetitionEvent> events) {
        deliver(events.getFirst());
        assertThat(open()).hasSize(1);

        events.stream().skip(1).forEach(this::deliver);

        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("what_shuts_a_window")
    void the_last_word_of_a_batch_counts(List<PetitionEvent> events) {
        deliver(events.toArray(PetitionEvent[]::new));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_window_shut_and_opened_again_in_one_batch_is_open() {
        deliver(ASKED, MENDED, RESOLVED);
        assertThat(open()).containsExactly(new Window(ONE, Kind.EVALUATION, EVALUATE_BY));
    }

    @Test
    void petitions_wait_side_by_side_and_a_batch_is_written_at_once() {
        deliver(ASKED, new PetitionResolved(TWO, ReplyOutcome.SUPPORTED, EVALUATE_BY, NOW), MENDED);

        assertThat(open()).containsExactly(new Window(TWO, Kind.EVALUATION, EVALUATE_BY));
        assertThat(windows.writes).isOne();
    }

    @Test
    void what_neither_opens_nor_shuts_a_window_writes_nothing() {
        deliver(new ProgressPosted(ONE, null, NOW));
        assertThat(windows.writes).isZero();
    }

    @ParameterizedTest
    @MethodSource("what_shuts_a_window")
    void an_event_delivered_twice_changes_nothing(List<PetitionEvent> events) {
        for (PetitionEvent event : events) {
            deliver(event);
            List<Window> once = open();
            deliver(event);
            assertThat(open()).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("what_shuts_a_window")
    void a_batch_delivered_twice_changes_nothing(List<PetitionEvent> events) {
        deliver(events.toArray(PetitionEvent[]::new));
        List<Window> once = open();
        deliver(events.toArray(PetitionEvent[]::new));
        assertThat(open()).isEqualTo(once);
    }

    @Test
    void a_batch_that_fails_writes_nothing() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        handle(ASKED);
        unit.rollback();

        assertThat(windows.writes).isZero();
    }

    @Test
    void a_rebuild_from_all_events_equals_what_was_there() {
        deliver(ASKED);
        deliver(MENDED, RESOLVED);
        deliver(new CorrectionRequested(TWO, "请补充", CORRECT_BY, CORRECT_BY, NOW));
        List<Window> live = open();

        projection.reset();
        assertThat(open()).isEmpty();
        deliver(ASKED, MENDED, RESOLVED, new CorrectionRequested(TWO, "请补充", CORRECT_BY, CORRECT_BY, NOW));

        assertThat(open()).hasSize(2).isEqualTo(live);
    }
}
