package cn.huiying.app.web;

import cn.huiying.command.visits.CountVisits;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.statistics.VisitsId;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts what the public doors counted into the log, each full hour and when the platform stops. A crash loses an hour's. */
class TellingVisits {

    private static final Logger log = LoggerFactory.getLogger(TellingVisits.class);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH");

    private final VisitCounter counter;
    private final CommandGateway commands;
    private final InstantSource clock;
    private final RandomGenerator chance;
    /** Told again just as it is, where it is not known whether it came through: the same again changes nothing. */
    private final Deque<CountVisits> untold = new ArrayDeque<>();

    TellingVisits(VisitCounter counter, CommandGateway commands, InstantSource clock, RandomGenerator chance) {
        this.counter = counter;
        this.commands = commands;
        this.clock = clock;
        this.chance = chance;
    }

    @Scheduled(cron = "0 0 * * * *")
    void tellTheHour() {
        Instant now = clock.instant();
        // The hour that has just ended.
        tell(now.minusSeconds(60).truncatedTo(ChronoUnit.HOURS), now);
    }

    @EventListener(ContextClosedEvent.class)
    void tellTheRest() {
        Instant now = clock.instant();
        tell(now.truncatedTo(ChronoUnit.HOURS), now);
    }

    private synchronized void tell(Instant hour, Instant now) {
        Map<String, Long> doors = counter.take();
        if (!doors.isEmpty()) {
            untold.add(new CountVisits(id(hour), hour, doors, now));
        }
        while (!untold.isEmpty()) {
            CountVisits first = untold.getFirst();
            try {
                commands.sendAndWait(new GenericCommandMessage<>(first, Actor.SYSTEM.asMetadata()));
            } catch (RuntimeException e) {
                log.warn("The visits of the hour from {} could not be recorded; they are told with the next.", hour, e);
                return;
            }
            untold.removeFirst();
        }
    }

    private VisitsId id(Instant hour) {
        return new VisitsId("VIS-%s-%08x".formatted(HOUR.format(hour.atZone(WorkCalendar.ZONE)), chance.nextInt()));
    }
}
