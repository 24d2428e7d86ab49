package cn.huiying.command.petition;

import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.PLATFORM;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.pausing.PauseClock;
import cn.huiying.command.petition.pausing.ResumeClock;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row 17 of domain 9.4. */
class PausingTest {

    private static final String H = "JY-1-3-5-7-15-H";
    private static final Instant TUESDAY = moment("2023-03-07T09:00");

    /** Dispatched on Monday: the final reply is due at the end of Wednesday week, 15 March. */
    private static PetitionStory handled() {
        return aPetition().underPolicy(H).handled();
    }

    private static PauseClock pause(PauseReason reason, Instant at) {
        return new PauseClock(PETITION, at, reason, "等待鉴定结论");
    }

    private static ResumeClock resume(Instant at) {
        return new ResumeClock(PETITION, at);
    }

    @Test
    void the_clock_stands_still_for_the_final_reply_and_runs_again_at_the_latest_when_the_policy_says() {
        given(handled())
                .when(pause(PauseReason.APPRAISAL, MONDAY), LEADER)
                .leadsTo(
                        State.HANDLING,
                        new ClockPaused(
                                PETITION, PauseReason.APPRAISAL, "等待鉴定结论", List.of("D7"), endOf("2023-03-27"), MONDAY));
    }

    @Test
    void the_deadline_moves_by_the_days_the_clock_stood_still() {
        PetitionStory paused = handled().at(MONDAY).paused(PauseReason.APPRAISAL, endOf("2023-03-27"), "D7");
        List<PetitionEvent> events =
                given(paused).when(resume(moment("2023-03-09T10:00")), LEADER).events();

        assertThat(events).contains(new ClockResumed(PETITION, MONDAY, moment("2023-03-09T10:00")));
        DeadlineChanged changed = (DeadlineChanged) events.getLast();
        assertThat(changed.deadline().dueAt())
                .as("Tuesday and Wednesday do not count")
                .isEqualTo(endOf("2023-03-17"));
    }

    @Test
    void a_pause_of_less_than_a_day_moves_nothing() {
        PetitionStory paused = handled().paused(PauseReason.APPRAISAL, endOf("2023-03-27"), "D7");
        given(paused)
                .when(resume(moment("2023-03-06T17:00")), LEADER)
                .leadsTo(State.HANDLING, new ClockResumed(PETITION, MONDAY, moment("2023-03-06T17:00")));
    }

    @Test
    void while_the_clock_stands_still_nothing_of_it_is_missed_and_what_does_not_pause_is() {
        PetitionStory paused = handled().paused(PauseReason.APPRAISAL, endOf("2023-03-27"), "D7");
        List<PetitionEvent> events = given(paused)
                .when(Commands.timePasses(endOf("2023-03-20")), PLATFORM)
                .events();

        assertThat(events).contains(new DeadlineMissed(PETITION, "D3c", endOf("2023-03-09")));
        assertThat(events)
                .noneMatch(
                        event -> event instanceof DeadlineMissed e && e.code().equals("D7"));
    }

    @Test
    void a_clock_that_nobody_starts_again_runs_again_by_itself_at_its_end() {
        PetitionStory paused = handled().paused(PauseReason.APPRAISAL, endOf("2023-03-27"), "D7");
        List<PetitionEvent> events = given(paused)
                .when(Commands.timePasses(moment("2023-04-20T09:00")), PLATFORM)
                .events();

        assertThat(events)
                .contains(new ClockResumed(PETITION, MONDAY, endOf("2023-03-27")))
                .contains(new DeadlineMissed(PETITION, "D7", endOf("2023-04-06")));
    }

    @Test
    void who_replies_waits_for_nothing_any_more() {
        PetitionStory paused = handled().paused(PauseReason.AWAITING_CITIZEN, endOf("2023-03-27"), "D7");
        assertThat(given(paused)
                        .when(Commands.reply(ReplyOutcome.SUPPORTED), HANDLER)
                        .events())
                .hasAtLeastOneElementOfType(ClockResumed.class)
                .hasAtLeastOneElementOfType(ReplySubmitted.class);
    }

    @Test
    void the_clock_is_stopped_once_at_a_time_and_started_only_when_it_stands() {
        given(handled().paused(PauseReason.APPRAISAL, endOf("2023-03-27"), "D7"))
                .when(pause(PauseReason.HEARING, TUESDAY), LEADER)
                .refusedBy("the-clock-runs");
        given(handled()).when(resume(TUESDAY), LEADER).refusedBy("the-clock-stands-still");
    }

    @Test
    void without_a_deadline_that_pauses_there_is_nothing_to_stop() {
        given(aPetition().handled())
                .when(pause(PauseReason.APPRAISAL, MONDAY), LEADER)
                .refusedBy("a-pause-holds-a-deadline");
        given(aPetition().underPolicy(H).reviewRequested())
                .when(pause(PauseReason.APPRAISAL, MONDAY), OFFICER)
                .refusedBy("a-pause-holds-a-deadline");
    }

    @Test
    void a_hearing_does_not_count_in_a_review() {
        assertThat(given(aPetition().underPolicy(H).reviewRequested())
                        .when(pause(PauseReason.HEARING, MONDAY), OFFICER)
                        .events())
                .contains(new ClockPaused(
                        PETITION,
                        PauseReason.HEARING,
                        "等待鉴定结论",
                        List.of("D-review2-opinion"),
                        endOf("2023-03-27"),
                        MONDAY));
    }

    @Test
    void what_is_overdue_is_not_made_good_by_a_pause() {
        given(handled().then(new DeadlineMissed(PETITION, "D7", MONDAY)))
                .when(pause(PauseReason.APPRAISAL, MONDAY), LEADER)
                .refusedBy("an-overdue-clock-does-not-pause");
    }

    @Test
    void the_clock_stands_still_no_longer_than_the_policy_allows() {
        PetitionStory used = handled().paused(PauseReason.APPRAISAL, endOf("2023-03-27"), "D7");
        TimeRules rules = used.rules();
        used.stage().facts().clock().resume(endOf("2023-03-27"), rules).forEach(used::then);

        given(used)
                .when(pause(PauseReason.APPRAISAL, moment("2023-03-28T09:00")), LEADER)
                .refusedBy("a-pause-has-time-left");
    }
}
