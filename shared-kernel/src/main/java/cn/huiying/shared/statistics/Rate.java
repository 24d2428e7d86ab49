package cn.huiying.shared.statistics;

import static cn.huiying.shared.statistics.Measure.ACCEPTANCE_OVERDUE;
import static cn.huiying.shared.statistics.Measure.ACCEPTED_IN_TIME;
import static cn.huiying.shared.statistics.Measure.ACCEPTED_LATE;
import static cn.huiying.shared.statistics.Measure.ACCUSATIONS;
import static cn.huiying.shared.statistics.Measure.BASICALLY_SATISFIED;
import static cn.huiying.shared.statistics.Measure.CALLBACK_SOLVED;
import static cn.huiying.shared.statistics.Measure.CALLBACK_UNSOLVED;
import static cn.huiying.shared.statistics.Measure.CONTACTED_IN_TIME;
import static cn.huiying.shared.statistics.Measure.CONTACT_MISSED;
import static cn.huiying.shared.statistics.Measure.DISSATISFIED;
import static cn.huiying.shared.statistics.Measure.EVALUATED;
import static cn.huiying.shared.statistics.Measure.EVALUATION_LAPSED;
import static cn.huiying.shared.statistics.Measure.MERGED;
import static cn.huiying.shared.statistics.Measure.NOT_ACCEPTED;
import static cn.huiying.shared.statistics.Measure.PENDING;
import static cn.huiying.shared.statistics.Measure.RATINGS_EXCLUDED;
import static cn.huiying.shared.statistics.Measure.RECEIVED;
import static cn.huiying.shared.statistics.Measure.REDIRECTED;
import static cn.huiying.shared.statistics.Measure.REPLIED_IN_TIME;
import static cn.huiying.shared.statistics.Measure.REPLIED_LATE;
import static cn.huiying.shared.statistics.Measure.RESOLVED;
import static cn.huiying.shared.statistics.Measure.RESOLVED_AT_ONCE;
import static cn.huiying.shared.statistics.Measure.SATISFIED;
import static cn.huiying.shared.statistics.Measure.TERMINATED;
import static cn.huiying.shared.statistics.Measure.UNREPLIED;
import static cn.huiying.shared.statistics.Measure.UNREPLIED_OVERDUE;
import static cn.huiying.shared.statistics.Measure.WITHDRAWN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The rates of the platform (domain 3.4, 9.9): sums of measures over sums of measures, and what is in neither. */
public enum Rate {
    /** 办结率 = 已办结 / 有效留言. */
    RESOLUTION("办结率", List.of(RESOLVED), List.of(RECEIVED), List.of()),
    /** 按期办结率 = resolved in time / (resolved + open overdue). */
    RESOLUTION_IN_TIME(
            "按期办结率",
            List.of(REPLIED_IN_TIME),
            List.of(REPLIED_IN_TIME, REPLIED_LATE, UNREPLIED_OVERDUE),
            List.of(UNREPLIED, TERMINATED)),
    ACCEPTANCE_IN_TIME(
            "及时受理率",
            List.of(ACCEPTED_IN_TIME),
            List.of(ACCEPTED_IN_TIME, ACCEPTED_LATE, ACCEPTANCE_OVERDUE),
            List.of()),
    REPLY_IN_TIME(
            "按期答复率",
            List.of(REPLIED_IN_TIME),
            List.of(REPLIED_IN_TIME, REPLIED_LATE, UNREPLIED, UNREPLIED_OVERDUE),
            List.of(TERMINATED)),
    /** 响应率 = contacted within the limit / those for whom the limit is over or met. */
    RESPONSE("响应率", List.of(CONTACTED_IN_TIME), List.of(CONTACTED_IN_TIME, CONTACT_MISSED), List.of()),
    /** 参评率 = 已评价 / (已评价 + 超期未评价). */
    PARTICIPATION("参评率", List.of(EVALUATED), List.of(EVALUATED, EVALUATION_LAPSED), List.of()),
    /** 满意率 = (满意 + 基本满意) / 已评价. */
    SATISFACTION(
            "满意率",
            List.of(SATISFIED, BASICALLY_SATISFIED),
            List.of(SATISFIED, BASICALLY_SATISFIED, DISSATISFIED),
            List.of(RATINGS_EXCLUDED)),
    /** 解决率 = call-backs “已解决” / call-backs answered. */
    SOLUTION("解决率", List.of(CALLBACK_SOLVED), List.of(CALLBACK_SOLVED, CALLBACK_UNSOLVED), List.of()),
    /** 一次办结率 = resolved and never reopened / resolved. */
    RESOLUTION_AT_ONCE("一次办结率", List.of(RESOLVED_AT_ONCE), List.of(RESOLVED), List.of()),
    /** 重复率 = 重复件次 / 总件次. */
    REPETITION("重复率", List.of(MERGED), List.of(RECEIVED, MERGED), List.of());

    private final String chinese;
    private final List<Measure> numerator;
    private final List<Measure> denominator;
    private final List<Measure> excluded;

    Rate(String chinese, List<Measure> numerator, List<Measure> denominator, List<Measure> alsoExcluded) {
        this.chinese = chinese;
        this.numerator = numerator;
        this.denominator = denominator;
        this.excluded = new ArrayList<>(alsoExcluded);
        List.of(PENDING, NOT_ACCEPTED, REDIRECTED, MERGED, WITHDRAWN, ACCUSATIONS).stream()
                .filter(measure -> !denominator.contains(measure))
                .forEach(excluded::add);
    }

    public String chinese() {
        return chinese;
    }

    public long numerator(Tally tally) {
        return tally.sum(numerator);
    }

    public long denominator(Tally tally) {
        return tally.sum(denominator);
    }

    public List<Measure> excluded() {
        return excluded;
    }

    /** In percent, rounded half up to two decimals; null where the denominator is zero. */
    public BigDecimal percent(Tally tally) {
        long whole = denominator(tally);
        return whole == 0 ? null : percent(numerator(tally), whole);
    }

    public static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
