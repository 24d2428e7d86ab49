package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.designate;
import static cn.huiying.command.petition.Commands.dispatchTo;
import static cn.huiying.command.petition.Commands.sign;
import static cn.huiying.command.petition.Directory.CITY_HOUSING;
import static cn.huiying.command.petition.Directory.HUILAI_GOVERNMENT;
import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Directory.HUILAI_QUALITY_STATION;
import static cn.huiying.command.petition.Directory.HUILAI_TRAFFIC;
import static cn.huiying.command.petition.Directory.JIEXI_HOUSING;
import static cn.huiying.command.petition.Directory.SUSPENDED;
import static cn.huiying.command.petition.Directory.UNLISTED;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.BUREAU_LEADER;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.HUILAI_OFFICER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;

import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Refusal.Kind;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 8, 9 and 12 of domain 9.4: how a petition comes to its lead agency. */
class DispatchingTest {

    @Test
    void the_bureau_dispatches_a_petition_and_the_agency_has_one_working_day_to_object() {
        given(aPetition().accepted())
                .when(new DispatchPetition(PETITION, MONDAY, HUILAI_HOUSING, "请于三日内联系群众"), OFFICER)
                .leadsTo(
                        State.DISPATCHED,
                        new PetitionDispatched(PETITION, HUILAI_HOUSING, "请于三日内联系群众", endOf("2023-03-07"), MONDAY));
    }

    @Test
    void the_time_to_object_skips_the_national_holidays_and_counts_make_up_days() {
        Instant beforeTheHolidays = moment("2023-09-28T23:59");

        given(aPetition(beforeTheHolidays).accepted())
                .when(dispatchTo(HUILAI_HOUSING, beforeTheHolidays), OFFICER)
                .leadsTo(
                        State.DISPATCHED,
                        new PetitionDispatched(PETITION, HUILAI_HOUSING, null, endOf("2023-10-07"), beforeTheHolidays));
    }

    @Test
    void a_returned_petition_is_dispatched_again_to_another_agency() {
        given(aPetition().returnGranted())
                .when(dispatchTo(HUILAI_TRAFFIC), OFFICER)
                .leadsTo(
                        State.DISPATCHED,
                        new PetitionDispatched(PETITION, HUILAI_TRAFFIC, null, endOf("2023-03-07"), MONDAY));
    }

    @Test
    void a_county_officer_dispatches_to_agencies_of_the_own_county() {
        given(aPetition().accepted())
                .when(dispatchTo(HUILAI_TRAFFIC), HUILAI_OFFICER)
                .leadsTo(
                        State.DISPATCHED,
                        new PetitionDispatched(PETITION, HUILAI_TRAFFIC, null, endOf("2023-03-07"), MONDAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {JIEXI_HOUSING, CITY_HOUSING})
    void a_county_officer_does_not_dispatch_to_an_agency_outside_the_own_county(String agency) {
        given(aPetition().accepted())
                .when(dispatchTo(agency), HUILAI_OFFICER)
                .refused(Kind.FORBIDDEN, "county-officer-stays-in-own-county");
    }

    @ParameterizedTest
    @CsvSource({UNLISTED + ", agency-is-listed", SUSPENDED + ", agency-takes-petitions"})
    void a_petition_goes_to_an_agency_that_takes_petitions(String agency, String rule) {
        given(aPetition().accepted()).when(dispatchTo(agency), OFFICER).refusedBy(rule);
        given(aPetition().returnRequested())
                .when(designate(agency), BUREAU_LEADER)
                .refusedBy(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {HUILAI_HOUSING, HUILAI_QUALITY_STATION})
    void an_accusation_never_goes_to_the_accused_agency_or_one_under_it(String agency) {
        given(aPetition().accusing(HUILAI_HOUSING).accepted())
                .when(dispatchTo(agency), OFFICER)
                .refusedBy("no-agency-that-is-the-accused");
    }

    @Test
    void an_accusation_of_a_government_goes_to_no_agency_under_it_at_any_depth() {
        given(aPetition().accusing(HUILAI_GOVERNMENT).accepted())
                .when(dispatchTo(HUILAI_QUALITY_STATION), OFFICER)
                .refusedBy("no-agency-that-is-the-accused");
    }

    @ParameterizedTest
    @ValueSource(strings = {HUILAI_HOUSING, HUILAI_QUALITY_STATION})
    void nor_is_the_accused_agency_designated(String agency) {
        given(aPetition().accusing(HUILAI_HOUSING).dispatchedTo(HUILAI_TRAFFIC).returnRequested())
                .when(designate(agency), BUREAU_LEADER)
                .refusedBy("no-agency-that-is-the-accused");
    }

    @Test
    void an_accusation_goes_to_an_agency_beside_the_accused() {
        given(aPetition().accusing(HUILAI_HOUSING).accepted())
                .when(dispatchTo(HUILAI_GOVERNMENT), OFFICER)
                .leadsTo(
                        State.DISPATCHED,
                        new PetitionDispatched(PETITION, HUILAI_GOVERNMENT, null, endOf("2023-03-07"), MONDAY));
    }

    @Test
    void an_accusation_of_nobody_in_the_directory_goes_to_any_agency() {
        given(aPetition().accusing(null).accepted())
                .when(dispatchTo(HUILAI_HOUSING), OFFICER)
                .leadsTo(
                        State.DISPATCHED,
                        new PetitionDispatched(PETITION, HUILAI_HOUSING, null, endOf("2023-03-07"), MONDAY));
    }

    static Stream<PetitionStory> petitions_in_dispute() {
        return Stream.of(
                aPetition().returnGranted(),
                aPetition().returnRequested(),
                aPetition().returnRefused());
    }

    @ParameterizedTest
    @MethodSource("petitions_in_dispute")
    void after_a_return_a_bureau_leader_designates_the_agency(PetitionStory story) {
        given(story)
                .when(designate(HUILAI_HOUSING), BUREAU_LEADER)
                .leadsTo(State.DISPATCHED, new AgencyDesignated(PETITION, HUILAI_HOUSING, "职责明确", MONDAY));
    }

    static Stream<PetitionStory> petitions_without_a_dispute() {
        return Stream.of(aPetition().accepted(), aPetition().dispatched());
    }

    @ParameterizedTest
    @MethodSource("petitions_without_a_dispute")
    void without_a_return_or_dispute_no_agency_is_designated(PetitionStory story) {
        given(story).when(designate(HUILAI_HOUSING), BUREAU_LEADER).refusedBy("designated-only-after-a-dispute");
    }

    @Test
    void the_lead_agency_signs_the_assignment() {
        given(aPetition().dispatched())
                .when(sign(MONDAY), HANDLER)
                .leadsTo(State.HANDLING, new AssignmentSigned(PETITION, HUILAI_HOUSING, MONDAY));
    }

    @Test
    void a_designated_agency_signs_the_assignment() {
        given(aPetition().designated(HUILAI_TRAFFIC))
                .when(sign(MONDAY), People.handlerOf(HUILAI_TRAFFIC))
                .leadsTo(State.HANDLING, new AssignmentSigned(PETITION, HUILAI_TRAFFIC, MONDAY));
    }

    @Test
    void while_a_return_is_pending_the_agency_waits_for_the_decision() {
        given(aPetition().returnRequested()).when(sign(MONDAY), HANDLER).refusedBy("nothing-pending-on-the-assignment");
    }

    @Test
    void after_a_refused_return_the_agency_signs() {
        given(aPetition().returnRefused())
                .when(sign(MONDAY), HANDLER)
                .leadsTo(State.HANDLING, new AssignmentSigned(PETITION, HUILAI_HOUSING, MONDAY));
    }
}
