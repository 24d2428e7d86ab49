package cn.huiying.query.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.whatif.Comparison.Pair;
import cn.huiying.query.whatif.RulesOverTime.Known;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.CalendarImported;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {

    private static final RulesOverTime KNOWN = new RulesOverTime(List.of(new Known(Instant.MIN, null, Lives.RULES)));
    private static final DeadlinePolicy H = PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1);
    private static final DeadlinePolicy M = PolicyFiles.builtIn("JY-1-3-5-7-15-M", 1);
    private static final Instant LATER = Instant.parse("2024-01-01T00:00:00Z");

    private static Question question(DeadlinePolicy policy, CalendarYear... years) {
        return new Question(
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2023, 12, 31),
                LATER,
                policy,
                List.of(years),
                EnumSet.allOf(Change.class),
                1000,
                false);
    }

    private static Comparison compare(List<PetitionEvent> life, Question question, Instant asOf) {
        return compare(life, KNOWN, question, asOf);
    }

    private static Comparison compare(List<PetitionEvent> life, RulesOverTime known, Question question, Instant asOf) {
        return Comparison.of(
                life.stream().map(event -> new Told(event, event.at())).toList(),
                known,
                known.under(question::instead),
                asOf);
    }

    private static Pair pair(Comparison comparison, String code) {
        return comparison.pairs().stream()
                .filter(pair -> pair.key().code().equals(code))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static List<Change> changes(Comparison comparison) {
        return comparison.pairs().stream()
                .flatMap(pair -> pair.change().stream())
                .toList();
    }

    /** 2023 without one day off: offices worked on it. */
    private static CalendarYear without(String day) {
        CalendarYear year = WorkCalendar.shipped().year(Year.of(2023)).orElseThrow();
        SortedSet<LocalDate> off = new TreeSet<>(year.off());
        assertThat(off.remove(LocalDate.parse(day))).isTrue();
        return new CalendarYear(2023, off, year.worked(), "假设");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_same_policy_gives_no_difference_whatever_life_brought(long seed) {
        Random random = new Random(seed);
        CalendarYear same = WorkCalendar.shipped().year(Year.of(2023)).orElseThrow();
        long compared = 0;
        for (int n = 1; n <= 1500; n++) {
            List<PetitionEvent> life = Lives.life(n, random);
            Instant asOf = Lives.START.plus(Duration.ofHours(random.nextInt(24 * 200)));
            Comparison comparison = compare(life, question(H, same), asOf);
            assertThat(comparison.pairs()).as("%s", life).allMatch(pair -> pair.change()
                    .isEmpty());
            assertThat(comparison.pairs()).as("%s", life).allMatch(Pair::reproduced);
            compared += comparison.pairs().size();
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    /** The same happenings under the asked rules from the first command on. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void what_is_recomputed_is_what_the_platform_would_have_recorded_under_the_asked_rules(long seed) {
        Question asked = question(M, without("2023-04-05"), twoNewHolidays());
        TimeRules instead = asked.instead(Lives.RULES);
        long overdue = 0;
        for (int n = 1; n <= 1500; n++) {
            Comparison comparison = compare(Lives.life(n, new Random(seed + n)), asked, LATER);
            Course direct = new Course();
            direct.record(Lives.life(n, new Random(seed + n), instead));
            direct.pass(LATER, instead);
            List<String> expected = new ArrayList<>();
            direct.outcomes(LATER).forEach((key, outcome) -> expected.add(told(key, outcome)));
            assertThat(comparison.pairs().stream()
                            .filter(pair -> pair.recomputed() != null)
                            .map(pair -> told(pair.key(), pair.recomputed())))
                    .as("petition %d", n)
                    .containsExactlyInAnyOrderElementsOf(expected);
            overdue += comparison.pairs().stream().filter(Pair::overdueAfter).count();
        }
        assertThat(overdue).isPositive();
    }

    private static CalendarYear twoNewHolidays() {
        return new CalendarYear(
                2024,
                new TreeSet<>(Set.of(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-03-04"))),
                new TreeSet<>(Set.of(LocalDate.parse("2024-03-09"))),
                "假设");
    }

    private static String told(Course.Key key, Outcome outcome) {
        return key + " " + outcome.deadline().dueAt() + " " + outcome.verdict();
    }

    @Test
    void under_milestones_an_ordinary_matter_counts_from_the_submission_and_becomes_overdue() {
        // Posted on a Monday, dispatched on the same day; H: 7 working days from the dispatch.
        Life slow = Life.posted(1, Lives.START).after(Duration.ofDays(3));
        slow.happens(new PetitionAccepted(
                slow.id(),
                PetitionType.HELP,
                "环保",
                PetitionClass.CLAIM,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                slow.now()));
        slow.happens(
                new PetitionDispatched(slow.id(), Lives.AGENCY, null, slow.now().plusSeconds(86_400), slow.now()));
        slow.happens(new AssignmentSigned(slow.id(), Lives.AGENCY, slow.now()));
        slow.after(Duration.ofDays(8)).answered();
        Comparison comparison = compare(slow.events(), question(M), LATER);
        assertThat(pair(comparison, "D7").recorded().verdict()).isEqualTo(Verdict.MET);
        assertThat(pair(comparison, "D7").change()).contains(Change.BECOMES_OVERDUE);
        assertThat(pair(comparison, "D-interim").change()).contains(Change.BECOMES_OVERDUE);
        assertThat(pair(comparison, "D1").overdueBefore()).isTrue();
        assertThat(comparison.agency()).isEqualTo(Lives.AGENCY);
        assertThat(comparison.pairs()).allMatch(Pair::reproduced);
    }

    @Test
    void a_day_off_that_was_worked_makes_overdue_whoever_used_it() {
        // 清明节 2023-04-05: seven working days from 2023-03-30 end on 2023-04-11, or without it on 2023-04-10.
        Instant thursday = Instant.parse("2023-03-30T01:00:00Z");
        Life onTheLastDay = Life.inHand(1, thursday)
                .after(Duration.between(thursday, Instant.parse("2023-04-11T01:00:00Z"))
                        .minusHours(3))
                .answered();
        Life theDayBefore = Life.inHand(2, thursday)
                .after(Duration.between(thursday, Instant.parse("2023-04-10T01:00:00Z"))
                        .minusHours(3))
                .answered();
        Question asked = question(null, without("2023-04-05"));
        Pair late = pair(compare(onTheLastDay.events(), asked, LATER), "D7");
        assertThat(late.recorded().deadline().lastDay()).isEqualTo("2023-04-11");
        assertThat(late.recomputed().deadline().lastDay()).isEqualTo("2023-04-10");
        assertThat(late.change()).contains(Change.BECOMES_OVERDUE);
        assertThat(pair(compare(theDayBefore.events(), asked, LATER), "D7").change())
                .contains(Change.MOVES_ONLY);
    }

    @Test
    void an_extension_is_granted_again_on_the_recomputed_deadline() {
        Life life = Life.inHand(1, Lives.START).extended(5);
        Pair main = pair(compare(life.events(), question(M), LATER), "D7");
        assertThat(main.recorded().deadline().extension()).isEqualTo(5);
        assertThat(main.recomputed().deadline().extension()).isEqualTo(5);
        assertThat(main.recomputed().deadline().policy()).isEqualTo(M.code());
    }

    @Test
    void a_pause_holds_what_the_asked_policy_lets_it_hold() {
        Life life = Life.inHand(1, Lives.START)
                .paused(Duration.ofDays(10))
                .after(Duration.ofDays(5))
                .resumed();
        Comparison comparison = compare(life.events(), question(M), LATER);
        assertThat(pair(comparison, "D7").recomputed().deadline().pauses()).hasSize(1);
        assertThat(pair(comparison, "D7")
                        .recomputed()
                        .deadline()
                        .pauses()
                        .getFirst()
                        .days())
                .isEqualTo(4);
    }

    @Test
    void a_deadline_that_the_asked_policy_does_not_pause_runs_out_in_the_pause() {
        Life life = Life.inHand(1, Lives.START).paused(Duration.ofDays(30));
        DeadlinePolicy neverPausing = PolicyFiles.read(
                new JsonMapper().writeValueAsString(H).replace("\"clockPauses\":true", "\"clockPauses\":false"));
        Pair main =
                pair(compare(life.events(), question(neverPausing), life.now().plus(Duration.ofDays(20))), "D7");
        assertThat(main.recorded().verdict()).isEqualTo(Verdict.RUNNING);
        assertThat(main.change()).contains(Change.BECOMES_OVERDUE);
    }

    @Test
    void a_pause_that_ended_by_itself_is_not_ended_twice() {
        Life life = Life.inHand(1, Lives.START).paused(Duration.ofDays(3)).after(Duration.ofDays(5));
        assertThat(changes(compare(life.events(), question(H), LATER))).isEmpty();
        assertThat(pair(compare(life.events(), question(M), LATER), "D7")
                        .recomputed()
                        .deadline()
                        .pauses())
                .hasSize(1);
    }

    @Test
    void each_agency_has_its_own_turn_and_each_round_its_own_deadline() {
        Life life = Life.posted(1, Lives.START).after(Duration.ofHours(1));
        PetitionId id = life.id();
        Life.inHand(1, Lives.START).events().stream()
                .filter(event -> event instanceof PetitionAccepted || event instanceof PetitionDispatched)
                .forEach(life::happens);
        life.happens(new ReturnRequested(id, Lives.AGENCY, "不属于我单位", Lives.OTHER_AGENCY, life.now()));
        life.happens(new ReturnGranted(id, Lives.AGENCY, "同意", life.now()));
        life.happens(
                new PetitionDispatched(id, Lives.OTHER_AGENCY, null, life.now().plusSeconds(86_400), life.now()));
        life.answered().happens(new PetitionReopened(id, 1, "问题未解决", life.now()));
        Comparison comparison = compare(life.events(), question(H), LATER);
        assertThat(comparison.pairs().stream()
                        .map(Pair::key)
                        .filter(key -> key.code().equals("D7"))
                        .map(key -> key.round() + "/" + key.turn()))
                .containsExactly("0/1", "0/2", "1/1");
        assertThat(comparison.agency()).isEqualTo(Lives.OTHER_AGENCY);
        assertThat(changes(comparison)).isEmpty();
    }

    @Test
    void nothing_that_happened_after_the_moment_counts() {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofDays(30)).answered();
        Instant soon = Lives.START.plus(Duration.ofDays(3));
        Pair main = pair(compare(life.events(), question(H), soon), "D7");
        assertThat(main.recorded().verdict()).isEqualTo(Verdict.RUNNING);
        assertThat(main.recomputed().verdict()).isEqualTo(Verdict.RUNNING);
        assertThat(pair(compare(life.events(), question(H), LATER), "D7")
                        .recorded()
                        .verdict())
                .isEqualTo(Verdict.MISSED);
        assertThat(compare(life.events(), question(H), Lives.START.minusSeconds(1))
                        .pairs())
                .isEmpty();
    }

    @Test
    void what_the_platform_has_not_yet_noticed_is_overdue_all_the_same() {
        Life life = Life.inHand(1, Lives.START);
        Pair main = pair(compare(life.events(), question(H), LATER), "D7");
        assertThat(main.recorded().verdict()).isEqualTo(Verdict.MISSED);
        assertThat(main.change()).isEmpty();
    }

    /** A log that learns of 2023 after petitions of 2022 have counted into it. */
    private static final class ProvisionalYear {

        private static final Instant NOTICE = Instant.parse("2022-12-28T02:00:00Z");
        private static final CalendarYear YEAR =
                WorkCalendar.shipped().year(Year.of(2023)).orElseThrow();
        private static final TimeRules BEFORE = new TimeRules(
                PolicyFiles.shipped(),
                WorkCalendar.of(WorkCalendar.shipped().years().stream()
                        .filter(year -> year.year() < 2023)
                        .toList()));
        private static final RulesOverTime RULES = new RulesOverTime(List.of(new Known(Instant.MIN, null, BEFORE)))
                .and(
                        new CalendarImported(
                                CalendarId.CITY,
                                2023,
                                List.copyOf(YEAR.off()),
                                List.copyOf(YEAR.worked()),
                                YEAR.notice(),
                                NOTICE),
                        NOTICE);

        private final Life life = Life.inHand(1, Instant.parse("2022-12-26T01:00:00Z"), BEFORE);

        private List<PetitionEvent> running() {
            List<PetitionEvent> events = new ArrayList<>(life.events());
            events.addAll(Lives.clock(events).recalculate("2023年放假通知", NOTICE, RULES.last()));
            assertThat(events).anyMatch(DeadlineRecalculated.class::isInstance);
            return events;
        }
    }

    @Test
    void a_year_imported_later_is_no_difference_where_the_log_counted_again() {
        Comparison comparison = compare(new ProvisionalYear().running(), ProvisionalYear.RULES, question(null), LATER);
        assertThat(changes(comparison)).isEmpty();
        assertThat(comparison.pairs()).allMatch(Pair::reproduced);
        assertThat(pair(comparison, "D7").recorded().deadline().provisional()).isFalse();
    }

    @Test
    void what_the_log_recorded_otherwise_than_its_rules_say_is_told() {
        // The year was imported, and this petition was never counted again.
        Comparison comparison =
                compare(new ProvisionalYear().life.events(), ProvisionalYear.RULES, question(null), LATER);
        Pair main = pair(comparison, "D7");
        assertThat(main.change()).contains(Change.MOVES_ONLY);
        assertThat(main.reproduced()).isFalse();
        assertThat(Stream.of("D1", "D1s").map(code -> pair(comparison, code)))
                .allMatch(Pair::reproduced)
                .allMatch(pair -> pair.change().isEmpty());
    }

    @Test
    void a_year_asked_for_is_known_from_the_beginning() {
        Comparison comparison = compare(
                new ProvisionalYear().life.events(),
                new RulesOverTime(List.of(new Known(Instant.MIN, null, ProvisionalYear.BEFORE))),
                question(null, ProvisionalYear.YEAR),
                LATER);
        Pair main = pair(comparison, "D7");
        assertThat(main.recorded().deadline().provisional()).isTrue();
        assertThat(main.recomputed().deadline().provisional()).isFalse();
        assertThat(main.change()).contains(Change.MOVES_ONLY);
        assertThat(main.reproduced()).isTrue();
    }
}
