package cn.huiying.command.calendar;

import cn.huiying.command.calendar.correcting.CorrectCalendarYear;
import cn.huiying.command.calendar.correcting.OnlyAnImportedYearIsCorrected;
import cn.huiying.command.calendar.importing.AnImportedYearIsNotImportedAgain;
import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.calendar.importing.NoYearIsSkipped;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.shared.time.CalendarCorrected;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.CalendarImported;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The working calendar 工作日历 of the city, all years together. */
@Aggregate(type = "Calendar")
class Calendar {

    @AggregateIdentifier
    private CalendarId id;

    private WorkCalendar years = EventSourcedWorkCalendars.NONE;
    private final GivenAnswers<CalendarYear> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    Calendar() {}

    /** What holds for every command: a repeated request is answered again. */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        Optional<CalendarYear> answer = answers.to(command.getMetaData());
        return answer.isPresent() ? answer.get() : chain.proceed();
    }

    /** @return the year as it counts now */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CalendarYear decide(ImportCalendarYear command) {
        CalendarYear year = command.content();
        if (isHere(year)) {
            return year;
        }
        AnImportedYearIsNotImportedAgain.check(years, year.year());
        NoYearIsSkipped.check(years, year.year());
        NoticesAgree.check(years, year);
        AggregateLifecycle.apply(new CalendarImported(
                command.calendarId(),
                year.year(),
                List.copyOf(year.off()),
                List.copyOf(year.worked()),
                year.notice(),
                command.at()));
        return year;
    }

    /**
     * Also on a calendar that has no year yet, so that the rule can say so.
     *
     * @return the year as it counts now
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CalendarYear decide(CorrectCalendarYear command) {
        CalendarYear year = command.content();
        if (isHere(year)) {
            return year;
        }
        OnlyAnImportedYearIsCorrected.check(years, year.year());
        NoticesAgree.check(years, year);
        AggregateLifecycle.apply(new CalendarCorrected(
                command.calendarId(),
                year.year(),
                List.copyOf(year.off()),
                List.copyOf(year.worked()),
                year.notice(),
                command.reason(),
                command.at()));
        return year;
    }

    @EventSourcingHandler
    void evolve(CalendarEvent event, MetaData metadata) {
        id = event.calendarId();
        years = years.with(event.content());
        answers.remember(metadata, event.content());
    }

    private boolean isHere(CalendarYear year) {
        return years.year(Year.of(year.year())).filter(year::equals).isPresent();
    }
}
