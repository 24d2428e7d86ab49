package cn.huiying.query.statistics;

import cn.huiying.query.common.Parameters;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Period.Kind;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the period of a question. */
public final class Periods {

    private Periods() {}

    /**
     * Reads {@code period} or {@code from} and {@code to}; empty where none is given.
     *
     * @param today in Jieyang; a period that begins after it is refused
     * @throws InvalidInput where the period is malformed, reversed, given twice or in the future
     */
    public static Optional<Period> read(Parameters parameters, LocalDate today) {
        Optional<String> named = parameters.single("period");
        Optional<LocalDate> from = parameters.date("from");
        Optional<LocalDate> to = parameters.date("to");
        if (named.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new InvalidInput(
                    "period", "given-twice", "period 与 from、to 只能给一种。", "Give either period, or from and to.");
        }
        Optional<Period> period = named.map(Period::parse);
        if (from.isPresent() || to.isPresent()) {
            if (from.isEmpty() || to.isEmpty()) {
                throw new InvalidInput(
                        from.isEmpty() ? "from" : "to",
                        "missing",
                        "from 与 to 须同时给出。",
                        "“from” and “to” must be given together.");
            }
            if (from.get().isAfter(to.get())) {
                throw new InvalidInput("from", "order", "起始日期不能晚于截止日期。", "“from” must not be after “to”.");
            }
            period = Optional.of(new Period(Kind.CUSTOM, from.get(), to.get()));
        }
        period.filter(p -> p.from().isAfter(today)).ifPresent(p -> {
            throw new InvalidInput(
                    named.isPresent() ? "period" : "from",
                    "future",
                    "时段从 " + p.from() + " 开始,尚未到来。",
                    "The period begins on " + p.from() + ", which is still to come.");
        });
        return period;
    }
}
