package cn.huiying.command.organisation;

import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.organisation.suspending.SuspendAgency;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AgencyTest {

    private static final AgencyId AGENCY = AgencyId.of("445224-101");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");
    private static final AgencyEntry HOUSING = entry("城市规划");
    private static final AgencyEntry HOUSING_AND_GAS = entry("城市规划", "燃气");

    private final AggregateTestFixture<Agency> fixture = new AggregateTestFixture<>(Agency.class);

    private static AgencyEntry entry(String... duties) {
        return new AgencyEntry(
                "445224-101",
                "惠来县住房和城乡建设局",
                AgencyLevel.COUNTY,
                "445224",
                "445224-000",
                AgencyKind.DEPARTMENT,
                List.of(duties));
    }

    @Test
    void an_agency_joins_the_directory() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAgency(AGENCY, HOUSING, NOW))
                .expectEvents(new AgencyRegistered(AGENCY, HOUSING, NOW));
    }

    @Test
    void an_unchanged_entry_changes_nothing() {
        fixture.given(new AgencyRegistered(AGENCY, HOUSING, NOW))
                .when(new RegisterAgency(AGENCY, entry("城市规划"), NOW.plusSeconds(60)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_duties_replace_the_entry() {
        fixture.given(new AgencyRegistered(AGENCY, HOUSING, NOW))
                .when(new RegisterAgency(AGENCY, HOUSING_AND_GAS, NOW))
                .expectEvents(new AgencyDutiesChanged(AGENCY, HOUSING_AND_GAS, NOW));
    }

    @Test
    void the_first_entry_again_is_a_change_too() {
        fixture.given(new AgencyRegistered(AGENCY, HOUSING, NOW), new AgencyDutiesChanged(AGENCY, HOUSING_AND_GAS, NOW))
                .when(new RegisterAgency(AGENCY, HOUSING, NOW))
                .expectEvents(new AgencyDutiesChanged(AGENCY, HOUSING, NOW));
    }

    @Test
    void an_agency_is_suspended_once() {
        fixture.given(new AgencyRegistered(AGENCY, HOUSING, NOW))
                .when(new SuspendAgency(AGENCY, "机构改革", NOW))
                .expectEvents(new AgencySuspended(AGENCY, "机构改革", NOW));
        new AggregateTestFixture<>(Agency.class)
                .given(new AgencyRegistered(AGENCY, HOUSING, NOW), new AgencySuspended(AGENCY, "机构改革", NOW))
                .when(new SuspendAgency(AGENCY, "机构改革", NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_suspended_agency_comes_back_by_being_registered_again_even_with_the_same_entry() {
        fixture.given(new AgencyRegistered(AGENCY, HOUSING, NOW), new AgencySuspended(AGENCY, "机构改革", NOW))
                .when(new RegisterAgency(AGENCY, HOUSING, NOW))
                .expectEvents(new AgencyDutiesChanged(AGENCY, HOUSING, NOW));
    }
}
