package cn.huiying.query.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.Desk;
import cn.huiying.query.workqueue.WorkItem.Due;
import cn.huiying.query.workqueue.WorkItem.Side;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationUpheld;
import cn.huiying.shared.petition.ExtensionRefused;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Light;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkItemTest {

    private static WorkItem fold(List<PetitionEvent> events) {
        WorkItem item = null;
        for (int version = 0; version < events.size(); version++) {
            item = WorkItem.evolve(item, events.get(version), version);
        }
        return item;
    }

    private static List<PetitionEvent> upTo(Class<? extends PetitionEvent> last) {
        for (int seed = 0; ; seed++) {
            List<PetitionEvent> life = Lives.life(1, new Random(seed));
            for (int i = 0; i < life.size(); i++) {
                if (last.isInstance(life.get(i))) {
                    return life.subList(0, i + 1);
                }
            }
        }
    }

    @Test
    void a_new_petition_waits_for_the_bureau() {
        WorkItem item = fold(Lives.life(1, new Random(1)).subList(0, 1));
        assertThat(item.desks()).containsOnlyKeys(Desk.TO_REVIEW);
        assertThat(item.bucket()).isNull();
    }

    @Test
    void a_signed_petition_is_the_agencys_alone() {
        WorkItem item = fold(upTo(AssignmentSigned.class));
        assertThat(item.desks()).isEmpty();
        assertThat(item.bucket()).isEqualTo(Bucket.HANDLING);
    }

    @Test
    void a_requested_return_is_on_both_desks_and_a_refused_one_goes_back_to_where_it_was() {
        List<PetitionEvent> events = upTo(ReturnRequested.class);
        WorkItem requested = fold(events);
        assertThat(requested.desks()).containsOnlyKeys(Desk.RETURN_REQUESTED);
        assertThat(requested.bucket()).isEqualTo(Bucket.RETURNED);
        WorkItem refused = WorkItem.evolve(
                requested, new ReturnRefused(Lives.id(1), Lives.AGENCY, "属于职责", Lives.START), events.size());
        assertThat(refused.desks()).isEmpty();
        assertThat(refused.bucket()).isEqualTo(Bucket.TO_SIGN);
    }

    @Test
    void an_approved_reply_waits_for_the_bureau_only_where_a_check_is_due() {
        List<PetitionEvent> events = upTo(ReplyApproved.class);
        WorkItem before = fold(events.subList(0, events.size() - 1));
        assertThat(WorkItem.evolve(before, new ReplyApproved(Lives.id(1), true, Lives.START), 50)
                        .desks())
                .containsOnlyKeys(Desk.TO_CONFIRM);
        assertThat(WorkItem.evolve(before, new ReplyApproved(Lives.id(1), false, Lives.START), 50)
                        .desks())
                .isEmpty();
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        for (int seed = 0; seed < 50; seed++) {
            List<PetitionEvent> life = Lives.life(1, new Random(seed));
            WorkItem once = fold(life);
            for (int version = 0; version < life.size(); version++) {
                assertThat(WorkItem.evolve(once, life.get(version), version)).isEqualTo(once);
            }
        }
    }

    @Test
    void what_left_the_queues_does_not_come_back_by_its_later_events() {
        for (Recorded<PetitionEvent> recorded : Lives.log(20, new Random(3))) {
            if (recorded.version() > 0) {
                assertThat(WorkItem.evolve(null, recorded.event(), recorded.version()))
                        .isNull();
            }
        }
    }

    private static WorkItem after(Life life) {
        return fold(life.events());
    }

    @Test
    void a_co_handler_signs_and_reports_in_its_own_queue_while_the_lead_agency_goes_on() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CoHandlerAdded(life.id(), Lives.CO_HANDLER, "涉及道路", life.now()));
        assertThat(after(life).bucketOf(Lives.CO_HANDLER)).isEqualTo(Bucket.TO_SIGN);
        life.happens(new CoHandlerSigned(life.id(), Lives.CO_HANDLER, life.now()));
        assertThat(after(life).bucketOf(Lives.CO_HANDLER)).isEqualTo(Bucket.HANDLING);
        life.happens(
                new CoHandlerReported(life.id(), Lives.CO_HANDLER, Lives.sealed("CoHandlerReported.text"), life.now()));
        WorkItem reported = after(life);
        assertThat(reported.bucketOf(Lives.CO_HANDLER)).isNull();
        assertThat(reported.bucketOf(Lives.AGENCY)).isEqualTo(Bucket.HANDLING);
        assertThat(reported.bucketOf(Lives.OTHER_AGENCY)).isNull();
    }

    @Test
    void one_petition_may_be_on_several_desks_and_leaves_each_of_them_by_its_own_decision() {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofHours(1));
        life.happens(new ExtensionRequested(life.id(), "D7", 3, "案情复杂", life.now()));
        Instant first = life.now();
        life.after(Duration.ofHours(1))
                .happens(new CoHandlerProposed(life.id(), Lives.CO_HANDLER, false, "涉及道路", life.now()));
        WorkItem both = after(life);
        assertThat(both.desks()).containsOnlyKeys(Desk.EXTENSION_REQUESTED, Desk.CO_HANDLER_PROPOSED);
        assertThat(both.deskSince()).as("the longest waiting").isEqualTo(first);
        assertThat(both.since()).as("the agency's own work did not move").isBefore(first);
        life.happens(new ExtensionRefused(life.id(), "D7", "理由不足", life.now()));
        assertThat(after(life).desks()).containsOnlyKeys(Desk.CO_HANDLER_PROPOSED);
        life.happens(new CoHandlerAdded(life.id(), Lives.CO_HANDLER, "同意", life.now()));
        assertThat(after(life).desks()).isEmpty();
    }

    @Test
    void a_call_back_is_due_until_the_author_was_reached() {
        Life life = Life.inHand(1, Lives.START).answered().rated(1);
        life.happens(new CallbackRequired(life.id(), life.now().plusSeconds(90_000), life.now()));
        life.happens(new CallbackRecorded(life.id(), false, null, false, null, null, life.now()));
        assertThat(after(life).desks()).containsOnlyKeys(Desk.TO_CALL_BACK);
        life.happens(new CallbackRecorded(life.id(), true, false, true, null, null, life.now()));
        assertThat(after(life).desks()).isEmpty();
    }

    @Test
    void a_reopened_petition_comes_back_to_the_agencies_and_the_co_handlers_report_again() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CoHandlerAdded(life.id(), Lives.CO_HANDLER, "涉及道路", life.now()));
        life.happens(new CoHandlerSigned(life.id(), Lives.CO_HANDLER, life.now()));
        life.happens(
                new CoHandlerReported(life.id(), Lives.CO_HANDLER, Lives.sealed("CoHandlerReported.text"), life.now()));
        life.answered();
        assertThat(after(life).open()).isFalse();
        life.after(Duration.ofHours(1)).happens(new PetitionReopened(life.id(), 1, "问题未解决", life.now()));
        WorkItem again = after(life);
        assertThat(again.bucketOf(Lives.AGENCY)).isEqualTo(Bucket.HANDLING);
        assertThat(again.bucketOf(Lives.CO_HANDLER)).isEqualTo(Bucket.HANDLING);
        assertThat(again.since()).isEqualTo(life.now());
    }

    @Test
    void a_challenged_rating_and_a_pending_review_wait_for_the_bureau_after_the_close() {
        Life life = Life.inHand(1, Lives.START).answered().rated(5);
        life.happens(new PetitionClosed(life.id(), ClosingReason.EVALUATED, life.now()));
        life.happens(new EvaluationChallenged(life.id(), "恶意差评", life.now()));
        life.happens(new ReexaminationRequested(life.id(), null, null, life.now()));
        assertThat(after(life).desks()).containsOnlyKeys(Desk.RATING_CHALLENGED, Desk.REEXAMINATION);
        life.happens(new EvaluationUpheld(life.id(), "合理差评", life.now()));
        life.happens(new ReexaminationConcluded(life.id(), ReviewOutcome.UPHELD, "维持", life.now()));
        life.happens(new ReviewRequested(life.id(), null, null, life.now()));
        assertThat(after(life).desks()).containsOnlyKeys(Desk.REVIEW);
    }

    @Test
    void the_successor_has_the_petition_in_its_queue_and_the_former_lead_agency_no_longer() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CoHandlerAdded(life.id(), Lives.OTHER_AGENCY, "涉及道路", life.now()));
        life.happens(new LeadChanged(life.id(), Lives.AGENCY, Lives.OTHER_AGENCY, "机构合并", life.now()));
        WorkItem item = after(life);
        assertThat(item.bucketOf(Lives.OTHER_AGENCY)).isEqualTo(Bucket.HANDLING);
        assertThat(item.isCoHandler(Lives.OTHER_AGENCY)).isFalse();
        assertThat(item.bucketOf(Lives.AGENCY)).isNull();
    }

    @Test
    void an_item_is_due_soon_from_its_first_yellow_moment_and_overdue_from_its_first_due_moment() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CitizenContacted(life.id(), ContactChannel.PHONE, true, null, life.now()));
        Deadline main = life.mainDeadline();
        Due due = after(life).due(Side.AGENCY);
        assertThat(due.dueAt()).isEqualTo(main.dueAt());
        assertThat(due.light(main.alerts().yellowFrom().minusMillis(1))).isEqualTo(Light.GREEN);
        assertThat(due.light(main.alerts().yellowFrom())).isEqualTo(Light.YELLOW);
        assertThat(due.light(main.dueAt().minusMillis(1))).isEqualTo(Light.YELLOW);
        assertThat(due.light(main.dueAt())).isEqualTo(Light.RED);
    }

    @Test
    void each_side_is_pressed_by_its_own_deadlines_only() {
        WorkItem posted = after(Life.posted(1, Lives.START));
        assertThat(posted.due(Side.BUREAU)).isNotNull();
        assertThat(posted.due(Side.AGENCY)).isNull();
        WorkItem inHand = after(Life.inHand(1, Lives.START));
        assertThat(inHand.due(Side.BUREAU)).isNull();
        assertThat(inHand.due(Side.AGENCY)).isNotNull();
    }

    @Test
    void what_stands_still_presses_nobody_and_what_was_extended_presses_later() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CitizenContacted(life.id(), ContactChannel.PHONE, true, null, life.now()));
        Instant before = after(life).due(Side.AGENCY).dueAt();
        life.paused(Duration.ofDays(10));
        assertThat(after(life).paused()).isTrue();
        assertThat(after(life).due(Side.AGENCY)).isNull();
        life.after(Duration.ofDays(4)).resumed();
        Instant resumed = after(life).due(Side.AGENCY).dueAt();
        assertThat(resumed).isAfter(before);
        life.extended(3);
        assertThat(after(life).due(Side.AGENCY).dueAt()).isAfter(resumed);
        assertThat(after(life.answered()).due(Side.AGENCY)).isNull();
    }

    @Test
    void whatever_leaves_the_queues_for_good_has_nothing_to_do_left() {
        for (int seed = 0; seed < 300; seed++) {
            List<PetitionEvent> life = Lives.life(1, new Random(seed));
            if (life.stream().anyMatch(PetitionArchived.class::isInstance)) {
                assertThat(fold(life).open()).isFalse();
            }
        }
    }
}
