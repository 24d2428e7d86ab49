package cn.huiying.command.organisation;

import cn.huiying.command.organisation.merging.MergeAgency;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.organisation.suspending.SuspendAgency;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
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

    private static final Agencies DIRECTORY = new Agencies() {
        @Override
        public AgencyEntry require(String code) {
            return requireListed(code);
        }

        @Override
        public AgencyEntry requireListed(String code) {
            if (code.equals("445224-999")) {
                throw Refused.byRule("agency-is-listed", "没有该单位。", "There is no such agency.");
            }
            return HOUSING;
        }

        @Override
        public String successor(String code) {
            return code;
        }

        @Override
        public boolean isOrIsUnder(String code, String superior) {
            return false;
        }
    };

    private TestExecutor<Agency> registered() {
        fixture.registerInjectableResource(DIRECTORY);
        return fixture.given(new AgencyRegistered(AGENCY, HOUSING, NOW));
    }

    @Test
    void a_successor_continues_the_duties_of_a_merged_agency() {
        registered()
                .when(new MergeAgency(AGENCY, NOW, "445224-102", "机构改革"))
                .expectEvents(new AgencyMerged(AGENCY, "445224-102", "机构改革", NOW));
    }

    @Test
    void merging_into_the_same_successor_again_changes_nothing_and_into_another_is_refused() {
        AgencyMerged merged = new AgencyMerged(AGENCY, "445224-102", "机构改革", NOW);
        registered()
                .andGiven(merged)
                .when(new MergeAgency(AGENCY, NOW, "445224-102", "机构改革"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        AggregateTestFixture<Agency> again = new AggregateTestFixture<>(Agency.class);
        again.registerInjectableResource(DIRECTORY);
        again.given(new AgencyRegistered(AGENCY, HOUSING, NOW), merged)
                .when(new MergeAgency(AGENCY, NOW, "445224-103", "机构改革"))
                .expectNoEvents()
                .expectException(Refused.class);
    }

    @Test
    void an_agency_does_not_continue_itself() {
        registered()
                .when(new MergeAgency(AGENCY, NOW, "445224-101", "机构改革"))
                .expectNoEvents()
                .expectException(Refused.class);
    }
}
