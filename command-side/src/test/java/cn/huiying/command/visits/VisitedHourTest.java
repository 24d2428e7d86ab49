package cn.huiying.command.visits;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.statistics.VisitsId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class VisitedHourTest {

    private static final Instant HOUR = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final VisitsId ID = new VisitsId("VIS-2026113009-0000abcd");
    private static final CountVisits COMMAND = new CountVisits(ID, HOUR, Map.of("/api/public/petitions", 17L), NOW);
    private static final VisitsCounted EVENT = new VisitsCounted(ID, HOUR, Map.of("/api/public/petitions", 17L), NOW);

    private final AggregateTestFixture<VisitedHour> fixture = new AggregateTestFixture<>(VisitedHour.class);

    @Test
    void an_hour_is_told_once() {
        fixture.givenNoPriorActivity().when(COMMAND, Actor.SYSTEM.asMetadata()).expectEvents(EVENT);
    }

    @Test
    void the_same_hour_again_changes_nothing() {
        fixture.given(EVENT).when(COMMAND, Actor.SYSTEM.asMetadata()).expectNoEvents();
    }

    @Test
    void nobody_but_the_platform_counts() {
        fixture.givenNoPriorActivity()
                .when(COMMAND, new Actor("s-1", Role.SUPERVISOR, null, null).asMetadata())
                .expectException(Refused.class);
    }
}
