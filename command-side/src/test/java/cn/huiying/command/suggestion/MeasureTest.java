package cn.huiying.command.suggestion;

import static cn.huiying.command.suggestion.Adopted.ADOPTED;
import static cn.huiying.command.suggestion.Adopted.OF_NO_TOPIC;
import static cn.huiying.command.suggestion.Adopted.PARTLY;
import static cn.huiying.command.suggestion.Adopted.TOPIC;

import cn.huiying.command.common.Refusals;
import cn.huiying.command.suggestion.converting.AbandonMeasure;
import cn.huiying.command.suggestion.converting.CompleteMeasure;
import cn.huiying.command.suggestion.converting.ConvertSuggestions;
import cn.huiying.command.suggestion.converting.ReportMeasureProgress;
import cn.huiying.command.supervision.TwoAgencies;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.ConversionForm;
import cn.huiying.shared.suggestion.MeasureAbandoned;
import cn.huiying.shared.suggestion.MeasureCompleted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.MeasureProgressed;
import cn.huiying.shared.suggestion.SuggestionConverted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    private static final MeasureId ID = new MeasureId("MEA-1");
    private static final Instant NOW = Instant.parse("2022-09-01T02:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2022, 12, 31);
    private static final Actor LEADER = new Actor("l", Role.BUREAU_LEADER, null, null);
    private static final Actor OWNER = new Actor("l", Role.AGENCY_LEADER, TwoAgencies.AGENCY, null);
    private static final Actor OTHER = new Actor("o", Role.AGENCY_LEADER, TwoAgencies.OTHER, null);

    private static final ReportMeasureProgress PROGRESS = new ReportMeasureProgress(ID, NOW, 60, "已调整一条线路。");
    private static final CompleteMeasure COMPLETE = new CompleteMeasure(ID, NOW, "两条线路均已延时。");
    private static final AbandonMeasure ABANDON = new AbandonMeasure(ID, NOW, "并入规划。");
    private static final MeasureProgressed PROGRESSED = new MeasureProgressed(ID, 60, "已调整一条线路。", NOW);
    private static final MeasureCompleted COMPLETED = new MeasureCompleted(ID, "两条线路均已延时。", NOW);
    private static final MeasureAbandoned ABANDONED = new MeasureAbandoned(ID, "并入规划。", NOW);
    private static final SuggestionConverted CONVERTED = converted(List.of(ADOPTED, PARTLY, OF_NO_TOPIC));

    private static SuggestionConverted converted(List<PetitionId> suggestions) {
        return new SuggestionConverted(
                ID,
                suggestions,
                List.of(TOPIC),
                ConversionForm.WORK_MEASURE,
                "公交延时",
                "末班车延到二十三点。",
                TwoAgencies.AGENCY,
                DUE,
                NOW);
    }

    private static ConvertSuggestions convert(String agency, LocalDate dueOn, PetitionId... suggestions) {
        return new ConvertSuggestions(
                ID, NOW, List.of(suggestions), ConversionForm.WORK_MEASURE, "公交延时", "末班车延到二十三点。", agency, dueOn);
    }

    private static TestExecutor<Measure> given(MeasureEvent... events) {
        return given(new TwoAgencies(), events);
    }

    private static TestExecutor<Measure> given(TwoAgencies agencies, MeasureEvent... events) {
        AggregateTestFixture<Measure> fixture = new AggregateTestFixture<>(Measure.class);
        fixture.registerInjectableResource(agencies);
        fixture.registerInjectableResource(new Adopted());
        return fixture.given((Object[]) events);
    }

    @Test
    void adopted_and_partly_adopted_suggestions_become_a_measure_of_an_agency() {
        given().when(convert(TwoAgencies.AGENCY, DUE, ADOPTED, PARTLY, OF_NO_TOPIC, ADOPTED), LEADER.asMetadata())
                .expectEvents(CONVERTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PET-reference", "PET-not", "PET-hand", "PET-moved"})
    void what_was_not_adopted_or_is_no_suggestion_any_more_is_not_converted(String id) {
        given().when(convert(TwoAgencies.AGENCY, DUE, ADOPTED, new PetitionId(id)), LEADER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-an-adopted-suggestion-is-converted"));
    }

    @Test
    void a_measure_has_an_agency_that_is_listed_and_a_last_day_that_is_not_over() {
        given().when(convert("445224-999", DUE, ADOPTED), LEADER.asMetadata())
                .expectException(Refusals.by("agency-is-listed"));
        given().when(convert(TwoAgencies.AGENCY, LocalDate.of(2022, 8, 31), ADOPTED), LEADER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("a-measure-is-due-later"));
        given().when(convert(TwoAgencies.AGENCY, DUE, Adopted.NONE), LEADER.asMetadata())
                .expectException(Refusals.by("petition-not-found"));
    }

    @Test
    void the_owner_tells_how_far_it_is_until_it_is_in_effect_or_the_bureau_gives_it_up() {
        given(CONVERTED).when(PROGRESS, OWNER.asMetadata()).expectEvents(PROGRESSED);
        given(CONVERTED, PROGRESSED).when(COMPLETE, OWNER.asMetadata()).expectEvents(COMPLETED);
        given(CONVERTED, PROGRESSED).when(ABANDON, LEADER.asMetadata()).expectEvents(ABANDONED);
        for (MeasureEvent end : List.of(COMPLETED, ABANDONED)) {
            Map.of(PROGRESS, OWNER, COMPLETE, OWNER, ABANDON, LEADER).forEach((command, actor) -> given(CONVERTED, end)
                    .when(command, actor.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("not-in-this-state")));
        }
    }

    @Test
    void another_agency_tells_nothing_of_it_unless_it_continues_the_owners_duties() {
        for (Object command : List.of(PROGRESS, COMPLETE)) {
            given(CONVERTED)
                    .when(command, OTHER.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("only-its-owner-tells-of-a-measure"));
            given(new TwoAgencies().merged(), CONVERTED)
                    .when(command, OTHER.asMetadata())
                    .expectSuccessfulHandlerExecution();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_the_bureaus_leader_converts_and_gives_up_and_only_agencies_report(Role role) {
        boolean agency = role == Role.AGENCY_LEADER;
        Actor actor = new Actor("x", role, agency ? TwoAgencies.AGENCY : null, null);
        Map.of(PROGRESS, agency, COMPLETE, agency, ABANDON, role == Role.BUREAU_LEADER)
                .forEach((command, may) -> {
                    var result = given(CONVERTED).when(command, actor.asMetadata());
                    if (may) {
                        result.expectSuccessfulHandlerExecution();
                    } else {
                        result.expectNoEvents().expectException(Refusals.by("role-may-not"));
                    }
                });
        var converting = given().when(convert(TwoAgencies.AGENCY, DUE, ADOPTED), actor.asMetadata());
        if (role == Role.BUREAU_LEADER) {
            converting.expectSuccessfulHandlerExecution();
        } else {
            converting.expectNoEvents().expectException(Refusals.by("role-may-not"));
        }
    }
}
