package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.extending.DecideExtension;
import cn.huiying.command.petition.extending.RequestExtension;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRefused;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.time.Deadline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows 15 and 16 of domain 9.4. */
class ExtendingTest {

    private static final String H = "JY-1-3-5-7-15-H";

    /** Dispatched on Monday, so that the final reply is due at the end of Wednesday week, 15 March. */
    private static PetitionStory handled() {
        return aPetition().underPolicy(H).handled();
    }

    private static RequestExtension request(int amount, Instant at) {
        return new RequestExtension(PETITION, at, amount, "情况复杂");
    }

    private static DecideExtension decide(boolean granted, Instant at) {
        return new DecideExtension(PETITION, at, granted, "情况复杂,需要鉴定");
    }

    @Test
    void the_agencys_leader_asks_for_more_time() {
        given(handled())
                .when(request(5, MONDAY), LEADER)
                .leadsTo(State.HANDLING, new ExtensionRequested(PETITION, "D7", 5, "情况复杂", MONDAY));
    }

    @Test
    void half_a_working_day_before_the_due_moment_is_the_last_time_to_ask() {
        given(handled()).when(request(5, moment("2023-03-15T12:00")), LEADER).refusedBy("extension-in-time");
        assertThat(given(handled())
                        .when(request(5, moment("2023-03-15T11:59")), LEADER)
                        .events())
                .contains(new ExtensionRequested(PETITION, "D7", 5, "情况复杂", moment("2023-03-15T11:59")));
    }

    @Test
    void an_extension_is_asked_for_once_whatever_became_of_it() {
        for (PetitionStory story : List.of(
                handled().extensionRequested(3),
                handled().extensionRefused(),
                handled().extensionGranted(3))) {
            given(story).when(request(1, MONDAY), LEADER).refusedBy("one-extension");
        }
    }

    @Test
    void the_next_round_may_be_extended_again() {
        assertThat(given(aPetition().underPolicy(H).extensionGranted(3).reopened())
                        .when(request(1, MONDAY), LEADER)
                        .events())
                .containsExactly(new ExtensionRequested(PETITION, "D7", 1, "情况复杂", MONDAY));
    }

    @Test
    void an_urgent_matter_is_not_extended() {
        for (Urgency urgency : List.of(Urgency.URGENT, Urgency.MAJOR)) {
            given(aPetition().underPolicy(H).urgency(urgency).handled())
                    .when(request(1, MONDAY), LEADER)
                    .refusedBy("no-extension-of-an-urgent-matter");
        }
    }

    @Test
    void an_extension_is_no_longer_than_the_limit_itself() {
        given(handled()).when(request(8, MONDAY), LEADER).refusedBy("no-longer-than-the-limit-it-extends");
        given(handled()).when(request(7, MONDAY), LEADER).result().expectSuccessfulHandlerExecution();
    }

    @Test
    void an_extension_that_would_pass_the_outer_limit_of_the_law_is_refused() {
        PetitionStory late = aPetition(moment("2022-12-01T09:00"))
                .underPolicy(H)
                .limitClass(LimitClass.C15)
                .accepted();
        Instant dispatched = moment("2023-01-28T09:00");
        late.at(dispatched)
                .then(new PetitionDispatched(PETITION, HUILAI_HOUSING, null, dispatched, dispatched))
                .handled();
        Deadline main = late.stage().facts().clock().main().orElseThrow().deadline();
        assertThat(main.legalLimit().lastDay()).hasToString("2023-01-30");

        given(late)
                .when(request(15, moment("2023-01-28T10:00")), LEADER)
                .refusedBy("no-deadline-passes-the-legal-limit");
    }

    @Test
    void without_a_running_limit_there_is_nothing_to_extend() {
        given(aPetition().handled()).when(request(1, MONDAY), LEADER).refusedBy("there-is-a-limit-to-extend");
    }

    @Test
    void the_bureau_grants_it_and_the_deadline_moves() {
        List<PetitionEvent> events = given(handled().extensionRequested(5))
                .when(decide(true, MONDAY), OFFICER)
                .events();

        assertThat(events.getFirst()).isEqualTo(new ExtensionGranted(PETITION, "D7", 5, "情况复杂,需要鉴定", MONDAY));
        DeadlineChanged changed = (DeadlineChanged) events.get(1);
        assertThat(changed.deadline().dueAt()).isEqualTo(endOf("2023-03-22"));
        assertThat(changed.deadline().extension()).isEqualTo(5);
        assertThat(changed.reason()).isEqualTo("情况复杂,需要鉴定");
        assertThat(events).hasSize(2);
    }

    @Test
    void the_bureau_refuses_it_and_the_deadline_stays() {
        given(handled().extensionRequested(5))
                .when(decide(false, MONDAY), OFFICER)
                .leadsTo(State.HANDLING, new ExtensionRefused(PETITION, "D7", "情况复杂,需要鉴定", MONDAY));
    }

    @Test
    void only_a_pending_extension_is_decided() {
        given(handled()).when(decide(true, MONDAY), OFFICER).refusedBy("an-extension-is-pending");
        given(handled().extensionGranted(3)).when(decide(true, MONDAY), OFFICER).refusedBy("an-extension-is-pending");
    }

    @Test
    void what_is_overdue_is_not_extended_afterwards() {
        given(handled().extensionRequested(5))
                .when(decide(true, endOf("2023-03-15")), OFFICER)
                .refusedBy("extension-granted-in-time");
    }

    @Test
    void a_long_extension_is_the_bureau_leaders() {
        given(aPetition().underPolicy(H).handled().then(new ExtensionRequested(PETITION, "D7", 16, "情况复杂", MONDAY)))
                .when(decide(true, MONDAY), OFFICER)
                .refusedBy("long-extensions-are-the-leaders");
    }
}
