package cn.huiying.query.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.open311.ServiceRequests.Request;
import cn.huiying.query.open311.ServiceRequests.Status;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.TerminationReason;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceRequestsTest {

    private static final AgencyDirectory NAMES = (AgencyDirectory) Proxy.newProxyInstance(
            AgencyDirectory.class.getClassLoader(),
            new Class<?>[] {AgencyDirectory.class},
            (proxy, method, arguments) -> "单位" + arguments[0]);

    private static Life published() {
        Life life = Life.inHand(1, Lives.START);
        life.after(Duration.ofHours(1)).happens(new PetitionPublished(life.id(), "路灯不亮", "请修好。", life.now()));
        return life;
    }

    private static Request told(Life life) {
        ListedPetition petition = null;
        for (Recorded<PetitionEvent> recorded : life.recorded()) {
            petition = ListedPetition.evolve(petition, recorded);
        }
        return Request.of(petition, NAMES);
    }

    @Test
    void what_is_resolved_or_ended_is_closed_and_everything_else_is_open() {
        Set<State> closed = Stream.of(State.values())
                .filter(state -> Status.of(state) == Status.CLOSED)
                .collect(Collectors.toSet());
        assertThat(closed).containsExactlyInAnyOrder(State.RESOLVED, State.CLOSED, State.ARCHIVED, State.TERMINATED);
    }

    @Test
    void a_request_in_hand_was_updated_when_the_public_last_learned_something() {
        Life life = published();
        Instant publishedAt = life.now();
        Request request = told(life);
        assertThat(request.status()).isEqualTo(Status.OPEN);
        assertThat(request.requested()).isEqualTo(Lives.START);
        assertThat(request.updated()).isEqualTo(publishedAt);
        assertThat(request.description()).isEqualTo("路灯不亮\n请修好。");
        assertThat(request.agency()).isEqualTo("单位" + Lives.AGENCY);
        assertThat(request.statusNotes()).isNull();
    }

    @Test
    void a_closed_request_was_updated_when_it_was_closed_whatever_came_later() {
        Life life = published().answered();
        Instant resolvedAt = life.now();
        life.after(Duration.ofDays(1)).happens(new PublicReplyPublished(life.id(), "已修好。", life.now()));
        Request request = told(life);
        assertThat(request.status()).isEqualTo(Status.CLOSED);
        assertThat(request.updated()).isEqualTo(resolvedAt);
        assertThat(request.statusNotes()).isEqualTo("已修好。");
    }

    @Test
    void a_reopened_request_is_open_again() {
        Life life = published().answered().rated(1);
        life.after(Duration.ofDays(1)).happens(new PetitionReopened(life.id(), 1, "问题未解决", life.now()));
        assertThat(told(life).status()).isEqualTo(Status.OPEN);
        assertThat(told(life).updated()).isEqualTo(life.now());
    }

    @Test
    void a_terminated_request_says_so_also_from_the_archive() {
        Life life = published();
        life.after(Duration.ofDays(1))
                .happens(new HandlingTerminated(life.id(), TerminationReason.NO_COOPERATION, "多次联系未果。", life.now()));
        Instant terminatedAt = life.now();
        assertThat(told(life).statusNotes()).isEqualTo("终止办理");
        life.after(Duration.ofDays(90)).happens(new PetitionArchived(life.id(), life.now()));
        Request request = told(life);
        assertThat(request.status()).isEqualTo(Status.CLOSED);
        assertThat(request.statusNotes()).isEqualTo("终止办理");
        assertThat(request.updated()).isEqualTo(terminatedAt);
    }
}
