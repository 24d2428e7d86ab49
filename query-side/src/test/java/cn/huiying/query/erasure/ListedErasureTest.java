package cn.huiying.query.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.erasure.ListedErasure.Act;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.erasure.ErasureApproved;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureRefused;
import cn.huiying.shared.erasure.ErasureRequested;
import cn.huiying.shared.erasure.ErasureState;
import cn.huiying.shared.erasure.SubjectKeyDestroyed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedErasureTest {

    private static final ErasureId ID = new ErasureId("ERS-1");
    private static final AccountId GONE = new AccountId("ACC-gone");
    private static final Instant ASKED = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant DECIDED = ASKED.plusSeconds(3_600);
    private static final Instant DESTROYED = DECIDED.plusSeconds(60);

    private static final Act REQUEST =
            new Act(new ErasureRequested(ID, GONE, ErasureBasis.CONSENT_WITHDRAWN, "本人要求", "leader", ASKED), "leader");
    private static final List<Act> APPROVED = List.of(
            REQUEST,
            new Act(new ErasureApproved(ID, GONE, DECIDED), "decider"),
            new Act(new SubjectKeyDestroyed(ID, GONE, DESTROYED), "system"));
    private static final List<Act> REFUSED =
            List.of(REQUEST, new Act(new ErasureRefused(ID, "身份待核实", DECIDED), "decider"));

    private static ListedErasure after(List<Act> acts) {
        ListedErasure erasure = null;
        for (int version = 0; version < acts.size(); version++) {
            erasure = ListedErasure.evolve(erasure, new Recorded<>(acts.get(version), version, 100 + version));
        }
        return erasure;
    }

    @Test
    void what_was_asked_for_waits_for_a_decision() {
        assertThat(after(List.of(REQUEST)))
                .isEqualTo(new ListedErasure(
                        "ERS-1",
                        "ACC-gone",
                        ErasureBasis.CONSENT_WITHDRAWN,
                        "本人要求",
                        ErasureState.REQUESTED,
                        "leader",
                        ASKED,
                        null,
                        null,
                        null,
                        null,
                        0));
    }

    @Test
    void an_approval_tells_who_gave_it_and_the_destruction_when_the_key_went() {
        ListedErasure approved = after(APPROVED.subList(0, 2));
        assertThat(approved.state()).isEqualTo(ErasureState.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("decider");
        assertThat(approved.decidedAt()).isEqualTo(DECIDED);
        assertThat(approved.keyDestroyedAt()).isNull();
        ListedErasure done = after(APPROVED);
        assertThat(done.state()).isEqualTo(ErasureState.DONE);
        assertThat(done.decidedBy()).as("not the platform").isEqualTo("decider");
        assertThat(done.decidedAt()).isEqualTo(DECIDED);
        assertThat(done.keyDestroyedAt()).isEqualTo(DESTROYED);
        assertThat(done.version()).isEqualTo(2);
    }

    @Test
    void a_refusal_tells_who_refused_and_why() {
        ListedErasure refused = after(REFUSED);
        assertThat(refused.state()).isEqualTo(ErasureState.REFUSED);
        assertThat(refused.decidedBy()).isEqualTo("decider");
        assertThat(refused.decidedAt()).isEqualTo(DECIDED);
        assertThat(refused.refusal()).isEqualTo("身份待核实");
        assertThat(refused.reason()).isEqualTo("本人要求");
        assertThat(refused.keyDestroyedAt()).isNull();
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        for (List<Act> life : List.of(APPROVED, REFUSED)) {
            ListedErasure last = after(life);
            for (int version = 0; version < life.size(); version++) {
                assertThat(ListedErasure.evolve(last, new Recorded<>(life.get(version), version, 100 + version)))
                        .isSameAs(last);
            }
        }
    }
}
