package cn.huiying.command.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.command.common.Refusals;
import cn.huiying.command.suggestion.reporting.DraftSpecialReport;
import cn.huiying.command.suggestion.reporting.InstructOnSpecialReport;
import cn.huiying.command.suggestion.reporting.ReviseSpecialReport;
import cn.huiying.command.suggestion.reporting.SubmitSpecialReport;
import cn.huiying.command.suggestion.reporting.ThemePlan;
import cn.huiying.command.suggestion.reporting.Themes;
import cn.huiying.command.supervision.TwoAgencies;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Representative;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Theme;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SpecialReportInstructed;
import cn.huiying.shared.suggestion.SpecialReportSubmitted;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import cn.huiying.shared.suggestion.SuggestionStanding;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod.Suggestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecialReportTest {

    private static final SpecialReportId ID = new SpecialReportId("SPR-1");
    private static final Instant NOW = Instant.parse("2022-09-01T02:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 8, 31);
    private static final Actor OFFICER = new Actor("o", Role.INTAKE_OFFICER, null, null);
    private static final Actor LEADER = new Actor("l", Role.BUREAU_LEADER, null, null);
    private static final Actor CITY = new Actor("c", Role.CITY_LEADER, null, null);

    private static final Suggestion BUS = suggestion("1", "交通", SuggestionStanding.NOT_ADOPTED, null, "公交");
    private static final Suggestion TRAIN =
            suggestion("2", "交通", SuggestionStanding.ADOPTED, MeasureState.COMPLETED, "轻轨");
    private static final Suggestion HIDDEN =
            suggestion("3", "交通", SuggestionStanding.ADOPTED, MeasureState.ABANDONED, null);
    private static final Suggestion PARK =
            suggestion("4", "城建", SuggestionStanding.PARTLY_ADOPTED, MeasureState.UNDER_WAY, "公园");
    private static final Suggestion BENCH = suggestion("5", "城建", SuggestionStanding.IN_HAND, null, "座椅");
    private static final Suggestion TREE = suggestion("6", "绿满城", SuggestionStanding.FOR_REFERENCE, null, "行道树");
    private static final Suggestion STOP = suggestion("7", "交通", SuggestionStanding.TERMINATED, null, "站台");
    private static final List<Suggestion> ALL = List.of(BUS, TRAIN, HIDDEN, PARK, BENCH, TREE, STOP);
    private static final SuggestionsOfPeriod FOUND = new SuggestionsOfPeriod(77, ALL, List.of());

    private static Suggestion suggestion(
            String number, String theme, SuggestionStanding standing, MeasureState conversion, String title) {
        return new Suggestion(
                new PetitionId("PET-" + number),
                "JY" + number,
                theme,
                standing,
                conversion,
                title,
                title == null ? null : title + "的建议");
    }

    private static ThemePlan plan(String name, List<String> of, List<PetitionId> suggestions) {
        return new ThemePlan(name, of, suggestions, null, null, null);
    }

    private static TestExecutor<SpecialReport> given(SpecialReportEvent... events) {
        AggregateTestFixture<SpecialReport> fixture = new AggregateTestFixture<>(SpecialReport.class);
        fixture.registerInjectableResource(new TwoAgencies());
        return fixture.given((Object[]) events);
    }

    private static DraftSpecialReport draft(SuggestionsOfPeriod found, LocalDate to, ThemePlan... themes) {
        return new DraftSpecialReport(ID, NOW, "建议情况", FROM, to, List.of(themes), found);
    }

    private static SpecialReportDrafted drafted(int revision, String title) {
        return new SpecialReportDrafted(
                ID,
                revision,
                title,
                FROM,
                TO,
                false,
                77,
                Themes.numbers(ALL),
                Themes.of(ALL, List.of()),
                List.of(),
                NOW);
    }

    private static void refused(String rule, ThrowingCallable what) {
        assertThat(catchThrowableOfType(Refused.class, what).refusal().rule()).isEqualTo(rule);
    }

    // What a draft says.

    @Test
    void the_numbers_count_every_suggestion_once() {
        assertThat(Themes.numbers(ALL)).isEqualTo(new SuggestionNumbers(7, 1, 2, 1, 1, 1, 1, 2, 1));
    }

    @Test
    void the_platform_groups_by_topic_or_field_the_largest_first() {
        assertThat(Themes.of(ALL, List.of()))
                .extracting(Theme::name, theme -> theme.numbers().received())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("交通", 4),
                        org.assertj.core.groups.Tuple.tuple("城建", 2),
                        org.assertj.core.groups.Tuple.tuple("绿满城", 1));
    }

    @Test
    void published_texts_stand_for_a_theme_the_adopted_first_then_the_earliest() {
        assertThat(Themes.of(ALL, List.of()).getFirst().representatives())
                .containsExactly(
                        new Representative(TRAIN.id(), "JY2", "轻轨", "轻轨的建议", SuggestionStanding.ADOPTED),
                        new Representative(BUS.id(), "JY1", "公交", "公交的建议", SuggestionStanding.NOT_ADOPTED),
                        new Representative(STOP.id(), "JY7", "站台", "站台的建议", SuggestionStanding.TERMINATED));
    }

    @Test
    void an_officer_renames_and_merges_themes_moves_suggestions_and_writes_and_nothing_is_lost() {
        List<Theme> themes = Themes.of(
                ALL,
                List.of(
                        new ThemePlan("绿化", List.of("绿满城"), List.of(PARK.id()), List.of(TREE.id()), "集中在道路。", "多种树。"),
                        plan("出行", List.of("交通"), null)));
        assertThat(themes).extracting(Theme::name).containsExactly("绿化", "出行", "城建");
        assertThat(themes.get(0).suggestions()).containsExactly(PARK.id(), TREE.id());
        assertThat(themes.get(0).representatives())
                .extracting(Representative::title)
                .containsExactly("行道树");
        assertThat(themes.get(0).analysis()).isEqualTo("集中在道路。");
        assertThat(themes.get(2).suggestions()).containsExactly(BENCH.id());
        assertThat(themes.stream().flatMap(theme -> theme.suggestions().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().map(Suggestion::id).toList());
    }

    @Test
    void what_can_not_be_grouped_is_refused() {
        refused(
                "only-suggestions-of-the-period-are-grouped",
                () -> Themes.of(ALL, List.of(plan("出行", List.of("农业"), null))));
        refused(
                "only-suggestions-of-the-period-are-grouped",
                () -> Themes.of(ALL, List.of(plan("出行", null, List.of(new PetitionId("PET-99"))))));
        refused(
                "a-suggestion-stands-in-one-theme",
                () -> Themes.of(ALL, List.of(plan("出行", List.of("交通"), null), plan("道路", List.of("交通"), null))));
        refused(
                "a-suggestion-stands-in-one-theme",
                () -> Themes.of(
                        ALL, List.of(plan("出行", null, List.of(BUS.id())), plan("道路", null, List.of(BUS.id())))));
        refused(
                "a-suggestion-stands-in-one-theme",
                () -> Themes.of(ALL, List.of(plan("交通", null, List.of(PARK.id())))));
        refused(
                "a-theme-has-suggestions",
                () -> Themes.of(ALL, List.of(plan("出行", List.of("绿满城"), null), plan("绿化", null, List.of(TREE.id())))));
        for (Suggestion unfit : List.of(HIDDEN, PARK)) {
            refused(
                    "a-representative-is-published-and-of-its-theme",
                    () -> Themes.of(
                            ALL, List.of(new ThemePlan("出行", List.of("交通"), null, List.of(unfit.id()), null, null))));
        }
    }

    // Its life.

    @Test
    void a_draft_is_whole_and_a_period_that_is_not_over_makes_it_preliminary() {
        given().when(draft(FOUND, TO), OFFICER.asMetadata()).expectEvents(drafted(1, "建议情况"));
        given().when(draft(FOUND, LocalDate.of(2022, 9, 1)), OFFICER.asMetadata())
                .expectEventsMatching(org.axonframework.test.matchers.Matchers.payloadsMatching(
                        org.axonframework.test.matchers.Matchers.predicate(
                                events -> ((SpecialReportDrafted) events.get(0)).preliminary())));
    }

    @Test
    void a_report_over_no_suggestions_is_refused() {
        given().when(draft(new SuggestionsOfPeriod(77, List.of(), List.of()), TO), OFFICER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("a-report-is-about-suggestions"));
    }

    @Test
    void it_is_revised_until_it_is_submitted_and_then_instructed_about_by_each_leader() {
        ReviseSpecialReport revise = new ReviseSpecialReport(ID, NOW, "市民建议情况", null, FOUND);
        SubmitSpecialReport submit = new SubmitSpecialReport(ID, NOW);
        InstructOnSpecialReport instruct = new InstructOnSpecialReport(
                ID, NOW, "请落实。", List.of(TwoAgencies.AGENCY, TwoAgencies.OTHER), LocalDate.of(2022, 12, 1));
        SpecialReportDrafted first = drafted(1, "建议情况");
        SpecialReportDrafted second = drafted(2, "市民建议情况");
        SpecialReportSubmitted submitted = new SpecialReportSubmitted(ID, 2, NOW);
        given(first).when(revise, OFFICER.asMetadata()).expectEvents(second);
        given(first, second).when(submit, LEADER.asMetadata()).expectEvents(submitted);
        given(first, second, submitted)
                .when(revise, OFFICER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("not-in-this-state"));
        SpecialReportInstructed one = instructed(instruct, first, second, submitted);
        SpecialReportInstructed another = instructed(instruct, first, second, submitted, one);
        assertThat(one.title()).isEqualTo("市民建议情况");
        assertThat(another.instruction()).startsWith("INS-").isNotEqualTo(one.instruction());
        given(first, second, submitted)
                .when(new InstructOnSpecialReport(ID, NOW, "请落实。", List.of("445224-999"), null), CITY.asMetadata())
                .expectException(Refusals.by("agency-is-listed"));
    }

    private static SpecialReportInstructed instructed(InstructOnSpecialReport command, SpecialReportEvent... before) {
        SpecialReportStage stage = null;
        for (SpecialReportEvent event : before) {
            stage = SpecialReportStage.evolve(stage, event);
        }
        SpecialReportInstructed event = ((SpecialReportStage.Submitted) stage).instruct(command);
        given(before).when(command, CITY.asMetadata()).expectEvents(event);
        return event;
    }

    @Test
    void to_a_leader_a_draft_is_not_there() {
        given(drafted(1, "建议情况"))
                .when(
                        new InstructOnSpecialReport(ID, NOW, "请落实。", List.of(TwoAgencies.AGENCY), null),
                        CITY.asMetadata())
                .expectException(Refusals.by("special-report-not-found"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_bureau_drafts_its_leader_submits_and_city_leaders_instruct(Role role) {
        Actor actor = new Actor("x", role, null, null);
        Stream.of(
                        new Object[] {
                            draft(FOUND, TO), role == Role.INTAKE_OFFICER || role == Role.BUREAU_LEADER, List.of()
                        },
                        new Object[] {
                            new SubmitSpecialReport(ID, NOW), role == Role.BUREAU_LEADER, List.of(drafted(1, "建议情况"))
                        },
                        new Object[] {
                            new InstructOnSpecialReport(ID, NOW, "请落实。", List.of(TwoAgencies.AGENCY), null),
                            role == Role.CITY_LEADER,
                            List.of(drafted(1, "建议情况"), new SpecialReportSubmitted(ID, 1, NOW))
                        })
                .forEach(row -> {
                    var result = given(((List<?>) row[2]).toArray(SpecialReportEvent[]::new))
                            .when(row[0], actor.asMetadata());
                    if ((boolean) row[1]) {
                        result.expectSuccessfulHandlerExecution();
                    } else {
                        result.expectNoEvents().expectException(Refusals.by("role-may-not"));
                    }
                });
    }
}
