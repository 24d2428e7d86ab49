package cn.huiying.shared.deadline;

import static cn.huiying.shared.deadline.Some.CALENDAR;
import static cn.huiying.shared.deadline.Some.at;
import static cn.huiying.shared.deadline.Some.claim;
import static cn.huiying.shared.deadline.Some.endOf;
import static cn.huiying.shared.deadline.Some.opinion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.LegalLimit;
import cn.huiying.shared.time.LegalLimit.Article;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.OfficeHours;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.SkipReason;
import cn.huiying.shared.time.SkippedDay;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    @ParameterizedTest
    @CsvSource({
        "2021-11-01, 2021-11-02, 2021-11-04, 2021-11-08, 2021-11-10, 2021-11-22",
        "2022-01-28, 2022-01-29, 2022-02-07, 2022-02-09, 2022-02-11, 2022-02-23",
        "2022-12-30, 2023-01-03, 2023-01-05, 2023-01-09, 2023-01-11, 2023-01-28",
        "2023-06-21, 2023-06-25, 2023-06-27, 2023-06-29, 2023-07-03, 2023-07-13",
        "2023-09-28, 2023-10-07, 2023-10-09, 2023-10-11, 2023-10-13, 2023-10-25",
        "2023-10-03, 2023-10-07, 2023-10-09, 2023-10-11, 2023-10-13, 2023-10-25",
        "2024-02-08, 2024-02-09, 2024-02-19, 2024-02-21, 2024-02-23, 2024-03-06",
        "2024-09-13, 2024-09-14, 2024-09-19, 2024-09-23, 2024-09-25, 2024-10-11",
        "2025-09-30, 2025-10-09, 2025-10-11, 2025-10-14, 2025-10-16, 2025-10-28",
        "2026-02-13, 2026-02-14, 2026-02-25, 2026-02-27, 2026-03-02, 2026-03-12",
        "2026-12-15, 2026-12-16, 2026-12-18, 2026-12-22, 2026-12-24, 2027-01-06",
    })
    void the_five_limits_end_at_midnight_of_their_last_day(
            String start, String one, String three, String five, String seven, String fifteen) {
        for (String time : List.of("T00:00", "T09:30", "T23:59")) {
            Instant started = at(start + time);
            assertThat(h("D1", opinion(LimitClass.C3), started).dueAt()).isEqualTo(endOf(one));
            assertThat(h("D3", opinion(LimitClass.C3), started).dueAt()).isEqualTo(endOf(three));
            assertThat(h("D5", opinion(LimitClass.C5), started).dueAt()).isEqualTo(endOf(five));
            assertThat(h("D7", opinion(LimitClass.C7), started).dueAt()).isEqualTo(endOf(seven));
            assertThat(h("D15", opinion(LimitClass.C15), started).dueAt()).isEqualTo(endOf(fifteen));
        }
    }

    @Test
    void a_deadline_holds_all_it_was_computed_from() {
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-06-20T10:00"));
        assertThat(deadline.code()).isEqualTo("D7");
        assertThat(deadline.policy()).isEqualTo("JY-1-3-5-7-15-H");
        assertThat(deadline.policyVersion()).isEqualTo(1);
        assertThat(deadline.startedAt()).isEqualTo("2023-06-20T02:00:00Z");
        assertThat(deadline.startDate()).isEqualTo("2023-06-20");
        assertThat(deadline.amount()).isEqualTo(7);
        assertThat(deadline.unit()).isEqualTo(Unit.WORKDAY);
        assertThat(deadline.lastDay()).isEqualTo("2023-06-30");
        assertThat(deadline.countedDays())
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(21, 25, 26, 27, 28, 29, 30);
        assertThat(deadline.makeUpDays()).containsExactly(LocalDate.of(2023, 6, 25));
        assertThat(deadline.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2023, 6, 22), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 6, 23), SkipReason.NOTICE),
                        new SkippedDay(LocalDate.of(2023, 6, 24), SkipReason.NOTICE));
        assertThat(deadline.capped()).isFalse();
        assertThat(deadline.legalLimit()).isNull();
    }

    @Test
    void the_switch_ends_a_deadline_at_close_of_business() {
        DeadlinePolicy policy = PolicyVersions.dueAtCloseOfBusiness(Some.H);
        Deadline deadline = compute(policy, "D1", Some.NEW, at("2021-11-01T20:00"), List.of());
        assertThat(deadline.dueAt()).isEqualTo(at("2021-11-02T17:30"));
        assertThat(Deadlines.supervisorTaskAt(deadline, policy, CALENDAR)).isEqualTo(at("2021-11-05T17:30"));
    }

    @Test
    void a_calendar_day_limit_that_ends_on_a_day_of_rest_moves_to_the_next_working_day() {
        Deadline deadline = h("D-eval", opinion(LimitClass.C3), at("2023-09-15T10:00"));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-10-07"));
        assertThat(deadline.countedDays()).hasSize(15);
        assertThat(deadline.makeUpDays()).isEmpty();
        assertThat(h("D-eval", opinion(LimitClass.C3), at("2023-03-01T10:00")).dueAt())
                .isEqualTo(endOf("2023-03-16"));
    }

    @Test
    void a_limit_in_hours_counts_day_and_night() {
        DeadlinePolicy policy = PolicyVersions.inHours(Some.H, "D1s", 24);
        Deadline deadline = compute(policy, "D1s", opinion(LimitClass.C3), at("2023-03-10T16:00"), List.of());
        assertThat(deadline.dueAt()).isEqualTo(at("2023-03-11T16:00"));
        assertThat(deadline.lastDay()).isEqualTo("2023-03-11");
        assertThat(deadline.countedDays()).isEmpty();
        assertThat(deadline.makeUpDays()).isEmpty();
        assertThat(deadline.capped()).isFalse();
        assertThat(compute(policy, "D1s", opinion(LimitClass.C3), at("2023-03-10T00:00"), List.of())
                        .lastDay())
                .as("24:00 is still that day")
                .isEqualTo("2023-03-10");
    }

    @Test
    void a_claim_is_concluded_within_sixty_days_of_acceptance_whatever_the_clock_did() {
        Instant accepted = at("2023-03-01T09:00");
        Pause pause = Pause.of(at("2023-03-06T10:00"), at("2023-04-28T10:00"));
        Deadline deadline =
                compute(Some.H, "D15", claim(LimitClass.C15, accepted), at("2023-03-02T09:00"), List.of(pause));
        // 30 April is in the May holiday; 4 May is the first working day after it.
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-05-04"));
        assertThat(deadline.capped()).isTrue();
        assertThat(deadline.legalLimit())
                .isEqualTo(new LegalLimit(
                        Article.ARTICLE_34, LocalDate.of(2023, 3, 1), 60, Unit.CALENDAR_DAY, LocalDate.of(2023, 5, 4)));
        Deadline ofAnOpinion = compute(Some.H, "D15", opinion(LimitClass.C15), at("2023-03-02T09:00"), List.of(pause));
        assertThat(ofAnOpinion.dueAt()).isEqualTo(endOf("2023-05-18"));
    }

    @Test
    void an_extension_of_a_claim_ends_within_ninety_days_of_acceptance() {
        Instant accepted = at("2023-03-01T09:00");
        Deadline late = h("D15", claim(LimitClass.C15, accepted), at("2023-04-24T09:00"));
        assertThat(late.dueAt()).isEqualTo(endOf("2023-05-04"));
        Deadline extended = Deadlines.extended(late, 15, Some.H, CALENDAR);
        assertThat(extended.dueAt()).as("ninety days").isEqualTo(endOf("2023-05-30"));
        assertThat(extended.legalLimit().amount()).isEqualTo(90);
        assertThat(extended.capped()).isTrue();
        assertThat(Deadlines.extended(late, 5, Some.H, CALENDAR).dueAt()).isEqualTo(endOf("2023-05-24"));
    }

    @Test
    void an_extension_adds_days_of_the_same_kind() {
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-06-20T10:00"));
        Deadline extended = Deadlines.extended(deadline, 5, Some.H, CALENDAR);
        assertThat(extended.dueAt()).isEqualTo(endOf("2023-07-07"));
        assertThat(extended.amount()).isEqualTo(7);
        assertThat(extended.extension()).isEqualTo(5);
        assertThat(extended.countedDays()).hasSize(12);
        assertThat(extended.capped()).isFalse();
    }

    @Test
    void an_agency_never_objects_after_five_working_days() {
        DeadlinePolicy policy = PolicyVersions.changing(
                Some.H,
                "D-ret",
                ret -> new Checkpoint(
                        ret.code(),
                        ret.chinese(),
                        ret.start(),
                        5,
                        Unit.WORKDAY,
                        ret.appliesTo(),
                        ret.onBreach(),
                        ret.light(),
                        true));
        Pause pause = Pause.of(at("2023-03-06T10:00"), at("2023-03-10T10:00"));
        Deadline deadline = compute(policy, "D-ret", opinion(LimitClass.C7), at("2023-03-03T10:00"), List.of(pause));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-03-10"));
        assertThat(deadline.capped()).isTrue();
        assertThat(deadline.legalLimit().article()).isEqualTo(Article.ARTICLE_23);
    }

    @Test
    void of_two_legal_limits_the_earlier_one_binds() {
        Matter matter = claim(LimitClass.C7, at("2023-03-01T09:00"));
        assertThat(h("D-ret", matter, at("2023-03-02T09:00")).legalLimit().article())
                .isEqualTo(Article.ARTICLE_23);
        assertThat(h("D-ret", matter, at("2023-05-03T09:00")).legalLimit().article())
                .isEqualTo(Article.ARTICLE_34);
    }

    @Test
    void hours_can_not_pass_the_legal_limit_either() {
        DeadlinePolicy policy = PolicyVersions.inHours(Some.H, "D-ret", 120);
        Deadline deadline = compute(
                policy, "D-ret", claim(LimitClass.C7, at("2023-03-01T09:00")), at("2023-05-04T09:00"), List.of());
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-05-04"));
        assertThat(deadline.capped()).isTrue();
    }

    @Test
    void acceptance_and_dispatch_are_never_later_than_fifteen_days() {
        DeadlinePolicy policy = PolicyVersions.limiting(Some.H, "D1", 15, Unit.WORKDAY);
        Deadline deadline = compute(policy, "D1", Some.NEW, at("2023-03-01T09:00"), List.of());
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-03-16"));
        assertThat(deadline.legalLimit().article()).isEqualTo(Article.ARTICLE_22);
    }

    @Test
    void a_step_begun_after_the_legal_limit_is_due_when_the_law_said() {
        Deadline late = h("D15", claim(LimitClass.C15, at("2023-03-01T09:00")), at("2023-05-08T09:00"));
        assertThat(late.dueAt()).isEqualTo(endOf("2023-05-04"));
        assertThat(late.countedDays()).isEmpty();
        assertThat(late.skipped()).isEmpty();
        assertThat(late.capped()).isTrue();
    }

    @Test
    void what_comes_after_the_conclusion_is_not_bound_by_its_limit() {
        Matter matter = claim(LimitClass.C15, at("2023-03-01T09:00"));
        for (String code : List.of("D-eval", "D-callback", "D-recheck", "D-recheck-opinion", "D-review2", "D-prop")) {
            assertThat(h(code, matter, at("2023-06-01T09:00")).legalLimit())
                    .as(code)
                    .isNull();
        }
    }

    @Test
    void a_pause_adds_the_whole_working_days_on_which_the_clock_stood_still() {
        Pause hearing = Pause.of(at("2023-03-06T10:00"), at("2023-03-09T09:00"));
        Pause weekend = Pause.of(at("2023-03-10T18:00"), at("2023-03-13T08:00"));
        Pause tooLate = Pause.of(at("2023-03-20T08:00"), at("2023-03-24T08:00"));
        Deadline deadline = compute(
                Some.H, "D7", opinion(LimitClass.C7), at("2023-03-03T10:00"), List.of(hearing, weekend, tooLate));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-03-16"));
        assertThat(deadline.pauses()).extracting(Pause::days).containsExactly(2, 0, 0);
        assertThat(deadline.countedDays()).hasSize(7);
    }

    @Test
    void pauses_of_a_running_deadline_are_counted_when_the_clock_goes_on() {
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-03-03T10:00"));
        Deadline extended = Deadlines.extended(deadline, 1, Some.H, CALENDAR);
        Deadline paused = Deadlines.paused(
                extended, Some.H, List.of(Pause.of(at("2023-03-06T10:00"), at("2023-03-09T09:00"))), CALENDAR);
        assertThat(paused.dueAt()).isEqualTo(endOf("2023-03-17"));
        assertThat(paused.extension()).isEqualTo(1);
    }

    @Test
    void a_deadline_whose_clock_does_not_pause_stays_as_it_is() {
        List<Pause> pauses = List.of(Pause.of(at("2023-03-06T10:00"), at("2023-03-09T09:00")));
        Deadline contact = h("D3c", opinion(LimitClass.C7), at("2023-03-03T10:00"));
        assertThat(Deadlines.paused(contact, Some.H, pauses, CALENDAR)).isSameAs(contact);
        assertThat(compute(Some.H, "D3c", opinion(LimitClass.C7), at("2023-03-03T10:00"), pauses))
                .isEqualTo(contact);
    }

    @Test
    void the_time_of_a_hearing_does_not_count_towards_a_review() {
        Pause hearing = Pause.of(at("2023-03-09T00:00"), at("2023-03-14T00:00"));
        Deadline deadline = compute(
                Some.H, "D-review2-opinion", claim(LimitClass.C15, null), at("2023-03-01T10:00"), List.of(hearing));
        // 31 March without the hearing; with its five days 5 April, a day off.
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-04-06"));
        assertThat(deadline.pauses()).extracting(Pause::days).containsExactly(5);
    }

    @Test
    void a_reopened_petition_has_the_limit_of_its_class_but_no_more_than_seven_working_days() {
        Checkpoint fifteen = Some.H.reopened(Some.H.checkpoint("D15"));
        assertThat(fifteen.amount()).isEqualTo(7);
        assertThat(fifteen.start()).isEqualTo(Start.REOPENING);
        assertThat(fifteen.code()).isEqualTo("D15");
        assertThat(Some.H.reopened(Some.H.checkpoint("D3")).amount()).isEqualTo(3);
    }

    @Test
    void importing_the_notice_makes_a_provisional_deadline_final() {
        Deadline provisional = h("D15", opinion(LimitClass.C15), at("2026-12-15T10:00"));
        assertThat(provisional.provisional()).isTrue();
        Deadline before = h("D7", opinion(LimitClass.C7), at("2026-12-15T10:00"));
        assertThat(before.provisional()).isFalse();
        WorkCalendar imported = CALENDAR.with(year2027("2027-01-01", "2027-01-04"));
        Deadline recomputed = Deadlines.recompute(provisional, Some.H, imported);
        assertThat(recomputed.provisional()).isFalse();
        assertThat(recomputed.dueAt()).isEqualTo(endOf("2027-01-07"));
        assertThat(Deadlines.recompute(before, Some.H, imported)).isEqualTo(before);
    }

    @Test
    void a_corrected_calendar_moves_the_legal_limit_too() {
        Deadline deadline = h("D-60", claim(LimitClass.C15, at("2026-11-03T09:00")), at("2026-11-03T09:00"));
        // Sixty days end on Saturday, 2 January 2027.
        assertThat(deadline.dueAt()).isEqualTo(endOf("2027-01-04"));
        assertThat(deadline.provisional()).isTrue();
        Deadline recomputed = Deadlines.recompute(
                deadline, Some.H, CALENDAR.with(year2027("2027-01-01", "2027-01-02", "2027-01-04")));
        assertThat(recomputed.dueAt()).isEqualTo(endOf("2027-01-05"));
        assertThat(recomputed.legalLimit().lastDay()).isEqualTo("2027-01-05");
        assertThat(recomputed.capped()).isFalse();
    }

    @Test
    void a_capped_deadline_is_provisional_only_if_the_legal_limit_is() {
        Pause pause = Pause.of(at("2026-11-01T00:00"), at("2027-01-10T00:00"));
        Deadline deadline = compute(
                Some.H, "D15", claim(LimitClass.C15, at("2026-10-12T09:00")), at("2026-10-20T09:00"), List.of(pause));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2026-12-11"));
        assertThat(deadline.provisional()).isFalse();
    }

    @Test
    void a_light_turns_yellow_with_one_working_day_left_and_red_at_the_due_moment() {
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-03-03T10:00"));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-03-14"));
        assertThat(yellowFrom(deadline)).isEqualTo(endOf("2023-03-13"));
        assertThat(light(deadline, endOf("2023-03-13").minusMillis(1))).isEqualTo(Light.GREEN);
        assertThat(light(deadline, endOf("2023-03-13"))).isEqualTo(Light.YELLOW);
        assertThat(light(deadline, endOf("2023-03-14").minusMillis(1))).isEqualTo(Light.YELLOW);
        assertThat(light(deadline, endOf("2023-03-14"))).isEqualTo(Light.RED);
    }

    @Test
    void days_of_rest_before_the_last_day_are_no_time_left() {
        Deadline deadline = h("D5", opinion(LimitClass.C5), at("2023-01-18T10:00"));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-01-30"));
        assertThat(yellowFrom(deadline)).isEqualTo(endOf("2023-01-29"));
        Deadline acrossTheHoliday = h("D3c", opinion(LimitClass.C5), at("2023-01-18T10:00"));
        assertThat(acrossTheHoliday.dueAt()).isEqualTo(endOf("2023-01-28"));
        assertThat(yellowFrom(acrossTheHoliday)).isEqualTo(endOf("2023-01-20"));
    }

    @Test
    void a_petition_done_at_once_turns_yellow_with_four_working_hours_left() {
        Deadline deadline = h("D3", opinion(LimitClass.C3), at("2023-03-03T10:00"));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-03-08"));
        assertThat(yellowFrom(deadline)).isEqualTo(at("2023-03-08T11:00"));
        assertThat(light(deadline, at("2023-03-08T10:59"))).isEqualTo(Light.GREEN);
        assertThat(light(deadline, at("2023-03-08T11:00"))).isEqualTo(Light.YELLOW);
    }

    @Test
    void a_limit_in_hours_turns_yellow_with_four_working_hours_left() {
        DeadlinePolicy policy = PolicyVersions.inHours(Some.H, "D1s", 24);
        Deadline deadline = compute(policy, "D1s", opinion(LimitClass.C7), at("2023-03-07T16:00"), List.of());
        assertThat(Deadlines.yellowFrom(deadline, policy, CALENDAR, OfficeHours.USUAL))
                .isEqualTo(at("2023-03-08T09:30"));
    }

    @Test
    void a_deadline_is_never_yellow_before_it_begins() {
        Deadline late = h("D15", claim(LimitClass.C15, at("2023-03-01T09:00")), at("2023-05-04T09:00"));
        assertThat(yellowFrom(late)).isEqualTo(at("2023-05-04T09:00"));
    }

    @Test
    void a_light_is_judged_by_the_policy_of_the_deadline() {
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-03-03T10:00"));
        for (DeadlinePolicy other : List.of(Some.M, PolicyVersions.second(Some.H))) {
            assertThatThrownBy(() -> Deadlines.yellowFrom(deadline, other, CALENDAR, OfficeHours.USUAL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The deadline is of policy JY-1-3-5-7-15-H version 1, not of ");
        }
        assertThatThrownBy(() -> Some.H.checkpoint("D-interim"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Policy JY-1-3-5-7-15-H version 1 has no checkpoint D-interim.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2023-03-15T00:00",
        "1, 2023-03-14T12:00",
        "2, 2023-03-13T17:30",
        "3, 2023-03-13T12:00",
        "4, 2023-03-10T17:30"
    })
    void an_extension_is_asked_for_some_half_working_days_before_the_due_moment(int halves, String until) {
        DeadlinePolicy policy = new DeadlinePolicy(
                Some.H.code(),
                Some.H.version(),
                Some.H.effectiveFrom(),
                Some.H.title(),
                Some.H.dueMoment(),
                Some.H.checkpoints(),
                new DeadlinePolicy.Extension(1, 30, halves),
                Some.H.maxPauseWorkdays(),
                Some.H.reopening(),
                Some.H.lights(),
                Some.H.ladder());
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-03-03T10:00"));
        assertThat(Deadlines.extensionAskedBy(deadline, policy, CALENDAR, OfficeHours.USUAL))
                .isEqualTo(at(until));
    }

    @Test
    void a_missed_deadline_climbs_the_ladder_after_three_and_five_working_days() {
        Deadline deadline = h("D7", opinion(LimitClass.C7), at("2023-01-11T10:00"));
        assertThat(deadline.dueAt()).isEqualTo(endOf("2023-01-20"));
        assertThat(Deadlines.supervisorTaskAt(deadline, Some.H, CALENDAR)).isEqualTo(endOf("2023-01-30"));
        assertThat(Deadlines.circularDraftAt(deadline, Some.H, CALENDAR)).isEqualTo(endOf("2023-02-01"));
    }

    private static Deadline h(String code, Matter matter, Instant started) {
        return compute(Some.H, code, matter, started, List.of());
    }

    private static Deadline compute(
            DeadlinePolicy policy, String code, Matter matter, Instant started, List<Pause> pauses) {
        return Deadlines.compute(policy, policy.checkpoint(code), matter, started, CALENDAR, pauses);
    }

    private static Instant yellowFrom(Deadline deadline) {
        return Deadlines.yellowFrom(deadline, Some.H, CALENDAR, OfficeHours.USUAL);
    }

    private static Light light(Deadline deadline, Instant now) {
        return deadline.light(now);
    }

    private static CalendarYear year2027(String... off) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String day : off) {
            days.add(LocalDate.parse(day));
        }
        return new CalendarYear(2027, days, new TreeSet<>(List.of(LocalDate.of(2027, 2, 20))), "notice");
    }
}
