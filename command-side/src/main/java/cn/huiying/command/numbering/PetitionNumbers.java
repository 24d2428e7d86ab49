package cn.huiying.command.numbering;

import cn.huiying.shared.petition.NumberSeriesId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

/** Gives out petition numbers: JY, the date and six digits. Numbers of a run that a node did not use stay unused. */
public class PetitionNumbers {

    private static final int RUN = 50;

    private record Run(int next, int last) {}

    private final CommandGateway commands;
    private final ConcurrentHashMap<LocalDate, Run> runs = new ConcurrentHashMap<>();

    PetitionNumbers(CommandGateway commands) {
        this.commands = commands;
    }

    /** The next number of the day of this moment. Safe for many threads; may wait for a run to be reserved. */
    public String next(Instant at) {
        LocalDate day = WorkCalendar.dateOf(at);
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        Run run = runs.compute(day, (key, left) -> {
            if (left != null && left.next() < left.last()) {
                return new Run(left.next() + 1, left.last());
            }
            int last = commands.sendAndWait(new GenericCommandMessage<>(
                    new ReserveNumbers(new NumberSeriesId("NUM-" + date), RUN, at),
                    MetaData.from(Actor.SYSTEM.asMetadata())));
            return new Run(last - RUN + 1, last);
        });
        return "JY" + date + "%06d".formatted(run.next());
    }
}
