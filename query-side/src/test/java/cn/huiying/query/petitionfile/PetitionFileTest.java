package cn.huiying.query.petitionfile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.State;
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
        List<PetitionEvent> life = aLifeWith(PetitionClosed.class);
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

    @Test
    void every_event_has_a_chinese_name() {
        assertThat(Stream.of(PetitionEvent.class, DeadlineEvent.class)
                        .flatMap(events -> Arrays.stream(events.getPermittedSubclasses()))
                        .filter(Class::isRecord)
                        .map(type -> EventNames.chinese(type.asSubclass(PetitionEvent.class))))
                .doesNotContainNull();
    }
}
