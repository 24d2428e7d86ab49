package cn.huiying.command.petition.lapsing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.petition.correcting.LapseCorrection;
import cn.huiying.command.petition.evaluating.LapseEvaluation;
import cn.huiying.command.petition.lapsing.OpenWindows.Kind;
import cn.huiying.command.petition.lapsing.OpenWindows.Window;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MessageHandler;
import org.junit.jupiter.api.Test;

class SweepingOpenWindowsTest {

    private static final Instant NOW = Instant.parse("2023-03-22T00:00:00Z");
    private static final Instant ENDED = NOW.minusSeconds(1);
    private static final Instant ENDED_EARLIER = NOW.minusSeconds(3600);
    private static final PetitionId ONE = new PetitionId("PET-1");
    private static final PetitionId TWO = new PetitionId("PET-2");

    private final List<Object> sent = new ArrayList<>();
    private final Set<Actor> actors = new HashSet<>();
    private final Set<Object> refused = new HashSet<>();

    private SweepingOpenWindows sweeping(Window... windows) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        MessageHandler<CommandMessage<?>> petition = command -> {
            sent.add(command.getPayload());
            actors.add(Actor.from(command.getMetaData()));
            if (refused.contains(command.getPayload())) {
                throw Refused.byRule("once-in-a-round", "已评价。", "It was rated.");
            }
            return null;
        };
        bus.subscribe(LapseCorrection.class.getName(), petition);
        bus.subscribe(LapseEvaluation.class.getName(), petition);
        CommandDoor door =
                new CommandDoor(DefaultCommandGateway.builder().commandBus(bus).build(), null);
        return new SweepingOpenWindows(new OpenWindowsInMemory(windows), door, () -> NOW);
    }

    @Test
    void what_has_ended_lapses_the_oldest_first_in_the_platforms_name() {
        SweepingOpenWindows sweeping =
                sweeping(new Window(ONE, Kind.CORRECTION, ENDED), new Window(TWO, Kind.EVALUATION, ENDED_EARLIER));

        assertThat(sweeping.sweep()).isEqualTo(2);
        assertThat(sent).containsExactly(new LapseEvaluation(TWO, NOW), new LapseCorrection(ONE, NOW));
        assertThat(actors).containsExactly(Actor.SYSTEM);
    }

    @Test
    void what_ends_this_very_moment_lapses_and_what_is_still_open_does_not() {
        SweepingOpenWindows sweeping =
                sweeping(new Window(ONE, Kind.EVALUATION, NOW), new Window(TWO, Kind.EVALUATION, NOW.plusMillis(1)));

        assertThat(sweeping.sweep()).isOne();
        assertThat(sent).containsExactly(new LapseEvaluation(ONE, NOW));
    }

    @Test
    void a_petition_that_has_moved_on_stops_nobody_else_from_lapsing() {
        refused.add(new LapseEvaluation(TWO, NOW));
        SweepingOpenWindows sweeping =
                sweeping(new Window(ONE, Kind.CORRECTION, ENDED), new Window(TWO, Kind.EVALUATION, ENDED_EARLIER));

        assertThat(sweeping.sweep()).isOne();
        assertThat(sent).containsExactly(new LapseEvaluation(TWO, NOW), new LapseCorrection(ONE, NOW));
    }

    @Test
    void where_nothing_has_ended_nothing_is_sent() {
        assertThat(sweeping(new Window(ONE, Kind.CORRECTION, NOW.plusSeconds(1)))
                        .sweep())
                .isZero();
        assertThat(sent).isEmpty();
    }
}
