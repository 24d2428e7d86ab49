package cn.huiying.query.petitionfile;

import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the history says of deadlines. */
final class DeadlineEntries {

    private DeadlineEntries() {}

    /** @return empty where the event is only about what is not shown */
    static String text(DeadlineEvent event, Predicate<String> shown) {
        return switch (event) {
            case DeadlineSet e ->
                e.deadlines().stream()
                        .filter(deadline -> shown.test(deadline.code()))
                        .map(deadline -> due(deadline.code(), deadline.dueAt()))
                        .collect(Collectors.joining(";"));
            case DeadlineChanged e -> of(e.deadline(), shown, ":" + e.reason());
            case DeadlineRecalculated e ->
                of(e.deadline(), shown, "(原为 " + WorkCalendar.text(e.dueBefore()) + "):" + e.reason());
            case YellowAlertRaised e -> of(e.code(), shown, due(e.code(), e.dueAt()));
            case RedAlertRaised e -> of(e.code(), shown, name(e.code()));
            case DeadlineMet e -> of(e.code(), shown, name(e.code()));
            case DeadlineMissed e -> of(e.code(), shown, name(e.code()));
            case DeadlineEscalated e ->
                of(e.code(), shown, name(e.code()) + ":" + e.step().chinese());
        };
    }

    private static String of(Deadline deadline, Predicate<String> shown, String more) {
        return of(deadline.code(), shown, due(deadline.code(), deadline.dueAt()) + more);
    }

    private static String of(String code, Predicate<String> shown, String text) {
        return shown.test(code) ? text : "";
    }

    private static String due(String code, Instant dueAt) {
        return name(code) + " " + WorkCalendar.text(dueAt) + " 前";
    }

    private static String name(String code) {
        return Duty.of(code).chinese();
    }
}
