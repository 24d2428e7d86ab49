package cn.huiying.command.calendar;

import static cn.huiying.command.common.CommandMetadata.IDEMPOTENCY_KEY;
import static cn.huiying.command.common.CommandMetadata.REQUEST_DIGEST;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.calendar.correcting.CorrectCalendarYear;
import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.common.Refusals;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.time.CalendarCorrected;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.CalendarImported;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String OFF = "2027-01-01";
    private static final String WORKED = "2027-02-20";

    private final AggregateTestFixture<Calendar> fixture = new AggregateTestFixture<>(Calendar.class);

    private static SortedSet<LocalDate> days(String days) {
        return Arrays.stream(days.split(" ")).map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ImportCalendarYear importing(int year, String off, String worked) {
        return new ImportCalendarYear(CalendarId.CITY, year, days(off), days(worked), "国办发明电", NOW);
    }

    private static CorrectCalendarYear correcting(int year, String off, String worked) {
        return new CorrectCalendarYear(CalendarId.CITY, year, days(off), days(worked), "国办发明电", "录入有误", NOW);
    }

    private static CalendarImported imported(int year, String off, String worked) {
        return new CalendarImported(
                CalendarId.CITY, year, List.copyOf(days(off)), List.copyOf(days(worked)), "国办发明电", NOW);
    }

    private static CalendarCorrected corrected(int year, String off, String worked) {
        return new CalendarCorrected(
                CalendarId.CITY, year, List.copyOf(days(off)), List.copyOf(days(worked)), "国办发明电", "录入有误", NOW);
    }

    @Test
    void the_first_notice_begins_the_calendar() {
        fixture.givenNoPriorActivity()
                .when(importing(2027, OFF, WORKED))
                .expectEvents(imported(2027, OFF, WORKED))
                .expectResultMessagePayload(importing(2027, OFF, WORKED).content());
    }

    @Test
    void the_next_years_notice_follows() {
        fixture.given(imported(2027, OFF, WORKED))
                .when(importing(2028, "2027-12-31 2028-01-01", "2028-02-19"))
                .expectEvents(imported(2028, "2027-12-31 2028-01-01", "2028-02-19"));
    }

    @Test
    void the_same_notice_again_changes_nothing() {
        fixture.given(imported(2027, OFF, WORKED))
                .when(importing(2027, OFF, WORKED))
                .expectNoEvents()
                .expectResultMessagePayload(importing(2027, OFF, WORKED).content());
    }

    @Test
    void an_imported_year_with_another_content_is_not_imported_again() {
        fixture.given(imported(2027, OFF, WORKED))
                .when(importing(2027, OFF + " 2027-01-04", WORKED))
                .expectNoEvents()
                .expectException(Refusals.by("an-imported-year-is-not-imported-again"));
    }

    @Test
    void no_year_is_skipped() {
        fixture.given(imported(2026, "2026-01-01", "2026-01-04"))
                .when(importing(2028, "2028-01-01", "2028-02-19"))
                .expectNoEvents()
                .expectException(Refusals.by("no-year-is-skipped"));
    }

    @Test
    void no_year_is_skipped_backwards_either_but_the_one_before_the_first_may_come_in() {
        fixture.given(imported(2027, OFF, WORKED))
                .when(importing(2025, "2025-01-01", "2025-01-26"))
                .expectNoEvents()
                .expectException(Refusals.by("no-year-is-skipped"));
        new AggregateTestFixture<>(Calendar.class)
                .given(imported(2027, OFF, WORKED))
                .when(importing(2026, "2026-01-01", "2026-01-04"))
                .expectEvents(imported(2026, "2026-01-01", "2026-01-04"));
    }

    @Test
    void a_notice_does_not_take_off_a_day_that_the_one_before_has_worked() {
        fixture.given(imported(2027, OFF, "2027-12-26"))
                .when(importing(2028, "2027-12-26 2028-01-01", "2028-02-19"))
                .expectNoEvents()
                .expectException(Refusals.by("notices-agree"));
    }

    @Test
    void a_notice_does_not_let_work_on_a_day_that_the_one_after_has_off() {
        fixture.given(imported(2028, "2027-12-26 2028-01-01", "2028-02-19"))
                .when(importing(2027, OFF, "2027-12-26"))
                .expectNoEvents()
                .expectException(Refusals.by("notices-agree"));
    }

    @Test
    void two_notices_may_say_the_same_of_a_day() {
        fixture.given(imported(2027, OFF + " 2027-12-31", WORKED))
                .when(importing(2028, "2027-12-31 2028-01-01", "2028-02-19"))
                .expectEvents(imported(2028, "2027-12-31 2028-01-01", "2028-02-19"));
    }

    @Test
    void days_that_can_not_be_are_refused_with_their_places() {
        fixture.givenNoPriorActivity()
                .when(importing(2027, OFF, "2027-03-01"))
                .expectNoEvents()
                .expectException(InvalidInput.class);
    }

    @Test
    void an_imported_year_is_corrected_as_a_whole_with_a_reason() {
        fixture.given(imported(2027, OFF, WORKED))
                .when(correcting(2027, "2027-01-04", WORKED))
                .expectEvents(corrected(2027, "2027-01-04", WORKED))
                .expectResultMessagePayload(
                        correcting(2027, "2027-01-04", WORKED).content());
    }

    @Test
    void a_correction_to_what_is_there_changes_nothing() {
        fixture.given(imported(2027, OFF, WORKED), corrected(2027, "2027-01-04", WORKED))
                .when(correcting(2027, "2027-01-04", WORKED))
                .expectNoEvents();
    }

    @Test
    void only_an_imported_year_is_corrected() {
        fixture.given(imported(2027, OFF, WORKED))
                .when(correcting(2028, "2028-01-01", "2028-02-19"))
                .expectNoEvents()
                .expectException(Refusals.by("only-an-imported-year-is-corrected"));
        new AggregateTestFixture<>(Calendar.class)
                .givenNoPriorActivity()
                .when(correcting(2028, "2028-01-01", "2028-02-19"))
                .expectNoEvents()
                .expectException(Refusals.by("only-an-imported-year-is-corrected"));
    }

    @Test
    void a_correction_does_not_contradict_a_neighbour() {
        fixture.given(imported(2027, OFF, WORKED), imported(2028, "2027-12-26 2028-01-01", "2028-02-19"))
                .when(correcting(2027, OFF, WORKED + " 2027-12-26"))
                .expectNoEvents()
                .expectException(Refusals.by("notices-agree"));
    }

    @Test
    void a_repeated_request_is_answered_again_and_another_with_its_key_is_refused() {
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(IDEMPOTENCY_KEY, REQUEST_DIGEST)));
        Map<String, String> first = Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "one");
        fixture.given(imported(2027, OFF, WORKED))
                .andGivenCommands(new GenericCommandMessage<>(correcting(2027, "2027-01-04", WORKED), first))
                .andGivenCommands(correcting(2027, OFF, WORKED))
                .when(correcting(2027, "2027-01-04", WORKED), first)
                .expectNoEvents()
                .expectResultMessagePayload(
                        correcting(2027, "2027-01-04", WORKED).content());
        AggregateTestFixture<Calendar> another = new AggregateTestFixture<>(Calendar.class);
        another.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(IDEMPOTENCY_KEY, REQUEST_DIGEST)));
        another.given(imported(2027, OFF, WORKED))
                .andGivenCommands(new GenericCommandMessage<>(correcting(2027, "2027-01-04", WORKED), first))
                .when(correcting(2027, OFF, WORKED), Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "another"))
                .expectException(Refusals.by("idempotency-key-reused"));
    }

    @Test
    void the_calendar_for_deciding_is_the_fold_of_its_stream() {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        WorkCalendars calendars = new EventSourcedWorkCalendars(
                EmbeddedEventStore.builder().storageEngine(engine).build());
        assertThat(calendars.current().years()).isEmpty();
        append(engine, 0, imported(2027, OFF, WORKED));
        assertThat(calendars.current().isWorkday(LocalDate.parse("2027-01-04"))).isTrue();
        append(engine, 1, corrected(2027, "2027-01-04", WORKED));
        assertThat(calendars.current().isWorkday(LocalDate.parse("2027-01-04"))).isFalse();
    }

    private static void append(InMemoryEventStorageEngine engine, long sequence, CalendarEvent event) {
        engine.appendEvents(new GenericDomainEventMessage<>("Calendar", CalendarId.CITY.toString(), sequence, event));
    }
}
