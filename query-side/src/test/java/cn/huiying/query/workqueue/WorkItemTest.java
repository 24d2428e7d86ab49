package cn.huiying.query.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.Desk;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
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
        assertThat(item.desk()).isEqualTo(Desk.TO_REVIEW);
        assertThat(item.bucket()).isNull();
    }

    @Test
    void a_signed_petition_is_the_agencys_alone() {
        WorkItem item = fold(upTo(AssignmentSigned.class));
        assertThat(item.desk()).isNull();
        assertThat(item.bucket()).isEqualTo(Bucket.HANDLING);
    }

    @Test
    void a_requested_return_is_on_both_desks_and_a_refused_one_goes_back_to_where_it_was() {
        List<PetitionEvent> events = upTo(ReturnRequested.class);
        WorkItem requested = fold(events);
        assertThat(requested.desk()).isEqualTo(Desk.RETURN_REQUESTED);
        assertThat(requested.bucket()).isEqualTo(Bucket.RETURNED);
        WorkItem refused = WorkItem.evolve(
                requested, new ReturnRefused(Lives.id(1), Lives.AGENCY, "属于职责", Lives.START), events.size());
        assertThat(refused.desk()).isNull();
        assertThat(refused.bucket()).isEqualTo(Bucket.TO_SIGN);
    }

    @Test
    void an_approved_reply_waits_for_the_bureau_only_where_a_check_is_due() {
        List<PetitionEvent> events = upTo(ReplyApproved.class);
        WorkItem before = fold(events.subList(0, events.size() - 1));
        assertThat(WorkItem.evolve(before, new ReplyApproved(Lives.id(1), true, Lives.START), 50)
                        .desk())
                .isEqualTo(Desk.TO_CONFIRM);
        assertThat(WorkItem.evolve(before, new ReplyApproved(Lives.id(1), false, Lives.START), 50)
                        .desk())
                .isNull();
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        for (int seed = 0; seed < 50; seed++) {
            List<PetitionEvent> life = Lives.life(1, new Random(seed));
            WorkItem once = fold(life);
            WorkItem twice = once;
            for (int version = 0; version < life.size(); version++) {
                twice = WorkItem.evolve(twice, life.get(version), version);
            }
            assertThat(twice).isEqualTo(once);
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
}
