package cn.huiying.command.report.generating;

import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.statistics.Period.Kind;
import java.time.LocalDate;

/** Reads the period of a report. */
public final class ReportPeriods {

    private ReportPeriods() {}

    /** @throws InvalidInput where it is missing, malformed, reversed, given twice, in the future, or not one of the report's kind */
    public static Period read(ReportOrder order, LocalDate today) {
        Period period = order.from() == null && order.to() == null ? named(order) : chosen(order);
        if (period.from().isAfter(today)) {
            throw new InvalidInput(
                    order.period() == null ? "/from" : "/period",
                    "future",
                    "时段从 " + period.from() + " 开始,尚未到来。",
                    "The period begins on " + period.from() + ", which is still to come.");
        }
        return period;
    }

    private static Period named(ReportOrder order) {
        if (order.period() == null || order.period().isBlank()) {
            throw new InvalidInput("/period", "missing", "“period”必填。", "“period” is required.");
        }
        Period period = parse(order.period());
        Kind needed = order.kind().period();
        if (needed != null && needed != period.kind()) {
            throw unfit(order.kind());
        }
        return period;
    }

    private static Period parse(String text) {
        try {
            return Period.parse(text);
        } catch (InvalidInput e) {
            InvalidInput.Fault fault = e.faults().getFirst();
            throw new InvalidInput("/period", fault.code(), fault.chinese(), fault.english());
        }
    }

    private static Period chosen(ReportOrder order) {
        if (order.kind() != ReportKind.TOPIC) {
            throw unfit(order.kind());
        }
        if (order.period() != null) {
            throw new InvalidInput(
                    "/period", "given-twice", "period 与 from、to 只能给一种。", "Give either period, or from and to.");
        }
        if (order.from() == null || order.to() == null) {
            throw new InvalidInput(
                    order.from() == null ? "/from" : "/to",
                    "missing",
                    "from 与 to 须同时给出。",
                    "“from” and “to” must be given together.");
        }
        if (order.from().isAfter(order.to())) {
            throw new InvalidInput("/from", "order", "起始日期不能晚于截止日期。", "“from” must not be after “to”.");
        }
        return new Period(Kind.CUSTOM, order.from(), order.to());
    }

    private static InvalidInput unfit(ReportKind kind) {
        String form =
                switch (kind) {
                    case DAILY -> "2026-11-30";
                    case WEEKLY -> "2026-W48";
                    case MONTHLY -> "2026-11";
                    case ANNUAL -> "2026";
                    case TOPIC -> throw new IllegalArgumentException("A special topic has any period");
                };
        return new InvalidInput(
                "/period",
                "unfit",
                kind.chinese() + "的时段须用 period 给出,形如 " + form + "。",
                "The period of a " + kind.english() + " is given by “period” and looks like " + form + ".");
    }
}
