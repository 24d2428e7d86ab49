package cn.huiying.query.petitionfile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.petitionfile.PetitionFile.Entry;
import cn.huiying.query.petitionfile.PetitionFile.EvaluationState;
import cn.huiying.query.petitionfile.PetitionFile.ExtensionState;
import cn.huiying.query.petitionfile.PetitionFile.PublicationState;
import cn.huiying.query.petitionfile.PetitionFile.ReviewState;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.DelayExplained;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.RecusalDeclared;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.TerminationReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PetitionFileTest {

    private static PetitionFile fold(List<PetitionEvent> events) {
        PetitionFile file = new PetitionFile();
        for (int version = 0; version < events.size(); version++) {
            file.evolve(events.get(version), version, "CITIZEN", null);
        }
        return file;
    }

    private static List<PetitionEvent> aLifeWith(Class<? extends PetitionEvent> event) {
        for (int seed = 0; ; seed++) {
            List<PetitionEvent> life = Lives.life(1, new Random(seed));
            if (life.stream().anyMatch(event::isInstance)) {
                return life;
            }
        }
    }

    @Test
    void a_closed_petition_has_its_reply_its_rating_and_every_step() {
        Life closed = Life.inHand(1, Lives.START).answered().rated(5);
        List<PetitionEvent> life = closed.happens(
                        new PetitionClosed(closed.id(), ClosingReason.EVALUATED, closed.now()))
                .events();
        PetitionFile file = fold(life);
        assertThat(file.state).isEqualTo(State.CLOSED);
        assertThat(file.version).isEqualTo(life.size() - 1);
        assertThat(file.reply.approved()).isTrue();
        assertThat(file.evaluation.overall()).isEqualTo(4.75);
        assertThat(file.evaluateBy).as("nothing is due any more").isNull();
        assertThat(file.history).hasSameSizeAs(life);
    }

    @Test
    void as_of_a_version_the_file_says_what_it_said_then() {
        List<PetitionEvent> life = aLifeWith(PetitionResolved.class);
        for (int upTo = 1; upTo <= life.size(); upTo++) {
            PetitionFile then = fold(life.subList(0, upTo));
            assertThat(then.version).isEqualTo(upTo - 1);
            assertThat(then.history.getLast().event())
                    .isEqualTo(life.get(upTo - 1).getClass().getSimpleName());
            assertThat(then.resolvedAt == null)
                    .isEqualTo(life.subList(0, upTo).stream().noneMatch(PetitionResolved.class::isInstance));
        }
    }

    @Test
    void what_was_withdrawn_is_not_shown_any_more() {
        List<PetitionEvent> published = aLifeWith(PetitionPublished.class);
        int at = 0;
        while (!(published.get(at) instanceof PetitionPublished)) {
            at++;
        }
        PetitionFile file = fold(published.subList(0, at + 1));
        assertThat(file.publication.shown()).isTrue();
        file.evolve(new PetitionWithdrawn(Lives.id(1), "已解决", Lives.START), at + 1, "CITIZEN", null);
        assertThat(file.publication.shown()).isFalse();
        assertThat(file.state).isEqualTo(State.WITHDRAWN);
    }

    private static PetitionFile after(Life life) {
        return fold(life.events());
    }

    private static Entry last(PetitionFile file, Class<? extends PetitionEvent> event) {
        return file.history.stream()
                .filter(entry -> entry.event().equals(event.getSimpleName()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void a_co_handler_is_in_the_file_with_its_signature_and_its_report() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CoHandlerProposed(life.id(), Lives.CO_HANDLER, false, "涉及道路", life.now()));
        assertThat(after(life).proposals).hasSize(1);
        life.happens(new CoHandlerAdded(life.id(), Lives.CO_HANDLER, "同意", life.now()));
        life.happens(new CoHandlerSigned(life.id(), Lives.CO_HANDLER, life.now()));
        life.happens(new CoHandlerReported(life.id(), Lives.CO_HANDLER, Lives.sealed("report"), life.now()));
        PetitionFile file = after(life);
        assertThat(file.proposals).isEmpty();
        assertThat(file.coHandlers)
                .containsExactly(new PetitionFile.CoHandler(
                        Lives.CO_HANDLER, life.now(), life.now(), life.now(), Lives.sealed("report")));
        assertThat(file.isInHandOf(Lives.CO_HANDLER)).isTrue();
        assertThat(last(file, CoHandlerReported.class).internal()).isTrue();
        life.happens(new CoHandlerRemoved(life.id(), Lives.CO_HANDLER, "已办完", life.now()));
        assertThat(after(life).isInHandOf(Lives.CO_HANDLER)).isFalse();
    }

    @Test
    void the_successor_has_the_file_and_the_former_lead_agency_no_longer() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new LeadChanged(life.id(), Lives.AGENCY, Lives.OTHER_AGENCY, "机构合并", life.now()));
        assertThat(after(life).isInHandOf(Lives.OTHER_AGENCY)).isTrue();
        assertThat(after(life).isInHandOf(Lives.AGENCY)).isFalse();
    }

    @Test
    void the_author_reads_an_extension_once_it_is_granted_and_why() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new ExtensionRequested(life.id(), "D7", 3, "人手不足", life.now()));
        assertThat(after(life).extension.state()).isEqualTo(ExtensionState.PENDING);
        assertThat(last(after(life), ExtensionRequested.class).internal()).isTrue();
        life.extended(3);
        assertThat(after(life).extension.state()).isEqualTo(ExtensionState.GRANTED);
        Entry granted = last(after(life), ExtensionGranted.class);
        assertThat(granted.internal()).isFalse();
        assertThat(granted.authorText()).isEqualTo("3个工作日:案情复杂");
        assertThat(last(after(life), DeadlineChanged.class).authorText()).contains("一般件办结", "案情复杂");
    }

    @Test
    void the_author_reads_of_deadlines_but_not_of_those_among_the_offices_nor_of_reminders() {
        Life life = Life.inHand(1, Lives.START);
        Entry set = last(after(life), DeadlineSet.class);
        assertThat(set.text()).contains("一般件办结", "申请退单");
        assertThat(set.authorText()).contains("一般件办结").doesNotContain("申请退单");
        assertThat(set.internal()).isFalse();
        life.after(Duration.ofDays(30));
        assertThat(last(after(life), RedAlertRaised.class).internal()).isTrue();
        assertThat(last(after(life), DeadlineEscalated.class).internal()).isTrue();
        assertThat(last(after(life), DeadlineMissed.class).internal()).isFalse();
        life.answered();
        assertThat(after(life).history.stream()
                        .filter(entry -> !entry.internal() && entry.authorText() != null)
                        .map(Entry::authorText))
                .noneMatch(text -> text.contains("单位审核答复"));
    }

    @Test
    void a_paused_clock_tells_why_and_until_when() {
        Life life = Life.inHand(1, Lives.START).paused(Duration.ofDays(10));
        PetitionFile paused = after(life);
        assertThat(paused.pause.reasonCode()).isEqualTo(PauseReason.APPRAISAL);
        assertThat(paused.pause.until()).isEqualTo(life.now().plus(Duration.ofDays(10)));
        assertThat(last(paused, ClockPaused.class).internal()).isFalse();
        assertThat(after(life.after(Duration.ofDays(2)).resumed()).pause).isNull();
    }

    @Test
    void a_reopened_petition_begins_anew_and_its_history_keeps_what_was() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new DelayExplained(life.id(), "连日暴雨", life.now()));
        life.extended(3).answered().rated(1);
        life.happens(new CallbackRecorded(life.id(), true, false, true, null, null, life.now()));
        assertThat(after(life).callback.solved()).isFalse();
        life.happens(new PetitionReopened(life.id(), 1, "问题未解决", life.now()));
        PetitionFile again = after(life);
        assertThat(again.state).isEqualTo(State.HANDLING);
        assertThat(again.round).isEqualTo(1);
        assertThat(again.reply).isNull();
        assertThat(again.evaluation).isNull();
        assertThat(again.evaluationState).isEqualTo(EvaluationState.NOT_OPEN);
        assertThat(again.extension.state()).isEqualTo(ExtensionState.NONE);
        assertThat(again.delay).isNull();
        assertThat(again.callback).isNull();
        assertThat(again.resolvedAt).isNull();
        assertThat(last(again, PetitionResolved.class).sealed()).isNotNull();
        assertThat(last(again, PetitionEvaluated.class).text()).contains("不满意");
        assertThat(last(again, PetitionReopened.class).internal()).isFalse();
        PetitionFile answered = after(life.answered());
        assertThat(answered.reply.round()).isEqualTo(2);
        assertThat(answered.evaluationState).isEqualTo(EvaluationState.OPEN);
    }

    @Test
    void an_excluded_rating_stays_as_it_was_given() {
        Life life = Life.inHand(1, Lives.START).answered().rated(1);
        life.happens(new EvaluationChallenged(life.id(), "恶意差评", life.now()));
        assertThat(after(life).evaluation.challenged()).isTrue();
        assertThat(last(after(life), EvaluationChallenged.class).internal()).isTrue();
        life.happens(new EvaluationExcluded(life.id(), "非承办单位原因", life.now()));
        PetitionFile file = after(life);
        assertThat(file.evaluation.excluded()).isTrue();
        assertThat(file.evaluation.challenged()).isFalse();
        assertThat(file.evaluation.overall()).isEqualTo(1.75);
        assertThat(file.evaluationState).isEqualTo(EvaluationState.DONE);
    }

    @Test
    void after_the_review_the_authors_way_is_at_its_end() {
        Life life = Life.inHand(1, Lives.START).answered();
        assertThat(after(life).reviewState).isEqualTo(ReviewState.NONE);
        life.happens(new ReexaminationRequested(life.id(), null, Lives.sealed("grounds"), life.now()));
        assertThat(after(life).reviewState).isEqualTo(ReviewState.REEXAMINATION);
        assertThat(after(life).reexamination.outcome()).isNull();
        life.happens(new ReexaminationConcluded(life.id(), ReviewOutcome.UPHELD, "维持。", life.now()));
        life.happens(new ReviewRequested(life.id(), null, Lives.sealed("grounds"), life.now()));
        life.happens(new ReviewConcluded(life.id(), ReviewOutcome.CHANGED, "变更。", life.now()));
        PetitionFile file = after(life);
        assertThat(file.reviewState).isEqualTo(ReviewState.EXHAUSTED);
        assertThat(file.reexamination.outcome()).isEqualTo(ReviewOutcome.UPHELD);
        assertThat(file.review.opinion()).isEqualTo("变更。");
        assertThat(last(file, ReviewConcluded.class).authorText()).isEqualTo("变更:变更。");
    }

    @Test
    void what_the_offices_have_with_one_another_is_internal() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new RecusalDeclared(life.id(), "staff-7", "近亲属", life.now()));
        life.happens(new DelayExplained(life.id(), "连日暴雨", life.now()));
        PetitionFile file = after(life);
        assertThat(file.recusals).hasSize(1);
        assertThat(file.delay.reason()).isEqualTo("连日暴雨");
        assertThat(last(file, RecusalDeclared.class).internal()).isTrue();
        assertThat(last(file, DelayExplained.class).internal()).isTrue();
    }

    @Test
    void the_author_is_told_why_handling_was_terminated_and_no_reply_of_it_is_one() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new HandlingTerminated(life.id(), TerminationReason.NO_COOPERATION, "多次联系未果。", life.now()));
        life.happens(new PetitionArchived(life.id(), life.now()));
        PetitionFile file = after(life);
        assertThat(file.state).isEqualTo(State.ARCHIVED);
        assertThat(file.termination.text()).isEqualTo("多次联系未果。");
        assertThat(file.archivedAt).isEqualTo(life.now());
        assertThat(last(file, HandlingTerminated.class).authorText()).isEqualTo("群众不配合:多次联系未果。");
    }

    @Test
    void publication_waits_for_its_redaction_where_the_author_wishes_it() {
        Life life = Life.posted(1, Lives.START);
        assertThat(after(life).publicationState()).isEqualTo(PublicationState.HIDDEN);
        life = Life.inHand(1, Lives.START);
        assertThat(after(life).publicationState()).isEqualTo(PublicationState.PENDING_REDACTION);
        life.happens(new PetitionPublished(life.id(), "路灯不亮", "路灯坏了。", life.now()));
        assertThat(after(life).publicationState()).isEqualTo(PublicationState.PUBLISHED);
        life.happens(new PetitionTakenDown(life.id(), "应要求", life.now()));
        assertThat(after(life).publicationState()).isEqualTo(PublicationState.TAKEN_DOWN);
    }

    @Test
    void every_event_has_a_chinese_name() {
        assertThat(Stream.of(PetitionEvent.class, DeadlineEvent.class)
                        .flatMap(events -> Arrays.stream(events.getPermittedSubclasses()))
                        .filter(Class::isRecord)
                        .map(type -> EventNames.chinese(type.asSubclass(PetitionEvent.class))))
                .doesNotContainNull();
    }
}
