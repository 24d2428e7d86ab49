package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.decideReturn;
import static cn.huiying.command.petition.Commands.requestReturn;
import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Directory.HUILAI_TRAFFIC;
import static cn.huiying.command.petition.Directory.SUSPENDED;
import static cn.huiying.command.petition.Directory.UNLISTED;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.justBefore;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.leaderOf;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Refusal.Kind;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 10 and 11 of domain 9.4: an agency objects that a matter is not its own. */
class ReturningTest {

    @Test
    void an_agency_asks_to_return_a_petition_it_has_not_signed() {
        given(aPetition().dispatched())
                .when(requestReturn(MONDAY), LEADER)
                .leadsTo(
                        State.DISPATCHED,
                        new ReturnRequested(PETITION, HUILAI_HOUSING, "不属于本单位职责", HUILAI_TRAFFIC, MONDAY));
    }

    @Test
    void an_agency_asks_to_return_a_petition_it_has_signed_until_the_last_moment() {
        Instant last = justBefore(endOf("2023-03-07"));

        given(aPetition().handled())
                .when(requestReturn(last), LEADER)
                .leadsTo(
                        State.HANDLING,
                        new ReturnRequested(PETITION, HUILAI_HOUSING, "不属于本单位职责", HUILAI_TRAFFIC, last));
    }

    static Stream<PetitionStory> petitions_at_an_agency() {
        return Stream.of(aPetition().dispatched(), aPetition().handled());
    }

    @ParameterizedTest
    @MethodSource("petitions_at_an_agency")
    void after_the_limit_the_right_to_return_has_lapsed(PetitionStory story) {
        assertThat(given(story)
                        .when(requestReturn(endOf("2023-03-07")), LEADER)
                        .refused(Kind.RULE, "return-in-time")
                        .chinese())
                .contains("2023-03-07 24:00");
    }

    static Stream<PetitionStory> petitions_at_a_designated_agency() {
        return Stream.of(
                aPetition().designated(HUILAI_TRAFFIC),
                aPetition().designated(HUILAI_TRAFFIC).handled());
    }

    @ParameterizedTest
    @MethodSource("petitions_at_a_designated_agency")
    void a_designated_agency_cannot_return_the_petition(PetitionStory story) {
        given(story)
                .when(requestReturn(MONDAY), leaderOf(HUILAI_TRAFFIC))
                .refusedBy("a-designated-agency-cannot-return");
    }

    static Stream<PetitionStory> petitions_with_a_return_pending() {
        return Stream.of(aPetition().returnRequested(), aPetition().handled().returnRequested());
    }

    @ParameterizedTest
    @MethodSource("petitions_with_a_return_pending")
    void one_return_is_pending_at_most(PetitionStory story) {
        given(story).when(requestReturn(MONDAY), LEADER).refusedBy("one-pending-return");
    }

    @Test
    void after_a_refusal_an_agency_may_object_again_in_time() {
        given(aPetition().returnRefused())
                .when(requestReturn(justBefore(endOf("2023-03-07"))), LEADER)
                .leadsTo(
                        State.DISPATCHED,
                        new ReturnRequested(
                                PETITION, HUILAI_HOUSING, "不属于本单位职责", HUILAI_TRAFFIC, justBefore(endOf("2023-03-07"))));
    }

    @ParameterizedTest
    @CsvSource({UNLISTED + ", agency-is-listed", SUSPENDED + ", agency-takes-petitions"})
    void the_suggested_agency_is_one_that_takes_petitions(String suggested, String rule) {
        given(aPetition().dispatched())
                .when(requestReturn(MONDAY, suggested), LEADER)
                .refusedBy(rule);
    }

    @ParameterizedTest
    @MethodSource("petitions_with_a_return_pending")
    void a_granted_return_brings_the_petition_back_to_the_bureau(PetitionStory story) {
        given(story)
                .when(decideReturn(true), OFFICER)
                .leadsTo(State.ACCEPTED, new ReturnGranted(PETITION, HUILAI_HOUSING, "已核实", MONDAY));
    }

    @Test
    void a_refused_return_leaves_the_petition_with_the_agency() {
        given(aPetition().returnRequested())
                .when(decideReturn(false), OFFICER)
                .leadsTo(State.DISPATCHED, new ReturnRefused(PETITION, HUILAI_HOUSING, "已核实", MONDAY));
        given(aPetition().handled().returnRequested())
                .when(decideReturn(false), OFFICER)
                .leadsTo(State.HANDLING, new ReturnRefused(PETITION, HUILAI_HOUSING, "已核实", MONDAY));
    }

    static Stream<PetitionStory> petitions_without_a_return_pending() {
        return Stream.of(
                aPetition().dispatched(),
                aPetition().handled(),
                aPetition().returnRefused(),
                aPetition().designated(HUILAI_TRAFFIC));
    }

    @ParameterizedTest
    @MethodSource("petitions_without_a_return_pending")
    void only_a_pending_return_is_decided(PetitionStory story) {
        given(story).when(decideReturn(true), OFFICER).refusedBy("a-return-is-pending");
    }
}
