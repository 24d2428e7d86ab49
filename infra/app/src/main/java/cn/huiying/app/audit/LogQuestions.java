package cn.huiying.app.audit;

import cn.huiying.audit.LogEntry;
import cn.huiying.eventstore.LogSearch;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Parameters;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What questions to logs have in common. */
final class LogQuestions {

    /** Only what follows this position. */
    static final String AFTER = "after";

    private LogQuestions() {}

    static LogSearch.Field actor(Parameters parameters, String name) {
        return new LogSearch.Field(true, Actor.ID, Set.copyOf(parameters.repeated(name)));
    }

    static LogSearch.Field role(Parameters parameters) {
        return new LogSearch.Field(true, Actor.ROLE, names(parameters, "role", Role.class));
    }

    static <E extends Enum<E>> Set<String> names(Parameters parameters, String name, Class<E> type) {
        return parameters.anyOf(name, Parameters.constants(type)).stream()
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return null where there is none */
    static Instant moment(Parameters parameters, String name) {
        return parameters
                .single(name)
                .map(text -> {
                    try {
                        // A plus sign that was not encoded arrives as a blank.
                        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                    } catch (DateTimeException e) {
                        throw new InvalidInput(
                                name,
                                "form",
                                "参数“" + name + "”须是带时区偏移的时刻,如 2026-11-30T09:00:00+08:00。",
                                "Parameter “" + name
                                        + "” must be a moment with an offset, such as 2026-11-30T09:00:00+08:00.");
                    }
                })
                .orElse(null);
    }

    static Found found(SqliteEventStorageEngine log, LogSearch search, Parameters parameters) {
        return new Found(log, search, parameters.position(AFTER).orElse(0L), log.headPosition());
    }

    /** What a search finds, in the order of the log. */
    record Found(SqliteEventStorageEngine log, LogSearch search, long after, long head)
            implements Lists.Source<LogEntry> {

        @Override
        public List<LogEntry> page(String[] from, boolean backwards, int limit) {
            long place = from == null ? after : Long.parseLong(from[0]);
            return backwards
                    ? log.entries(search, after, place - 1, true, limit)
                    : log.entries(search, place, head, false, limit);
        }

        /** The position is unique by itself. */
        @Override
        public String[] placeOf(LogEntry entry) {
            return new String[] {"" + entry.position(), "-"};
        }

        @Override
        public long count() {
            return log.count(search, after, head);
        }
    }
}
