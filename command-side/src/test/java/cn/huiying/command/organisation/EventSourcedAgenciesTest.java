package cn.huiying.command.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourcedAgenciesTest {

    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Agencies agencies = new EventSourcedAgencies(
            EmbeddedEventStore.builder().storageEngine(engine).build());

    EventSourcedAgenciesTest() {
        register("445200-000", null);
        register("445224-000", "445200-000");
        register("445224-101", "445224-000");
        register("445224-111", "445224-101");
        register("445222-101", "445200-000");
        register("445224-190", "445224-000");
        append("445224-190", 1, new AgencySuspended(AgencyId.of("445224-190"), "机构改革", NOW));
    }

    private void register(String code, String parent) {
        AgencyEntry entry = new AgencyEntry(
                code, "单位" + code, AgencyLevel.COUNTY, code.substring(0, 6), parent, AgencyKind.DEPARTMENT, List.of());
        append(code, 0, new AgencyRegistered(AgencyId.of(code), entry, NOW));
    }

    private void append(String code, long sequence, AgencyEvent event) {
        engine.appendEvents(
                new GenericDomainEventMessage<>("Agency", AgencyId.of(code).toString(), sequence, event));
    }

    @Test
    void a_listed_agency_is_found() {
        assertThat(agencies.require("445224-101").name()).isEqualTo("单位445224-101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"445224-999", "AGY-445224-101", "", "x", "445224-101 ", "../445224-101"})
    void an_agency_that_is_not_listed_is_refused(String code) {
        assertThat(catchThrowableOfType(Refused.class, () -> agencies.require(code))
                        .refusal()
                        .rule())
                .isEqualTo("agency-is-listed");
    }

    @Test
    void a_suspended_agency_takes_no_petitions() {
        assertThat(catchThrowableOfType(Refused.class, () -> agencies.require("445224-190"))
                        .refusal()
                        .rule())
                .isEqualTo("agency-takes-petitions");
    }

    @ParameterizedTest
    @CsvSource({
        "445224-101, 445224-101, true",
        "445224-111, 445224-101, true",
        "445224-111, 445200-000, true",
        "445224-190, 445224-000, true",
        "445224-101, 445224-111, false",
        "445224-101, 445222-101, false",
        "445200-000, 445224-000, false",
        "445224-999, 445200-000, false",
    })
    void an_agency_is_under_its_superiors_at_any_depth(String code, String superior, boolean under) {
        assertThat(agencies.isOrIsUnder(code, superior)).isEqualTo(under);
    }
}
