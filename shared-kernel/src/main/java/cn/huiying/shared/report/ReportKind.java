package cn.huiying.shared.report;

import cn.huiying.shared.statistics.Period;

/** What the bureau reports 报表. */
public enum ReportKind {
    /** 《信访信息》. */
    DAILY("日报", "daily", Period.Kind.DAY),
    WEEKLY("周报", "weekly", Period.Kind.WEEK),
    MONTHLY("月度通报", "monthly circular", Period.Kind.MONTH),
    /** 信访工作条例 Art. 41. */
    ANNUAL("年度报告", "annual report", Period.Kind.YEAR),
    /** About some of the petitions, over any period. */
    TOPIC("专题报告", "special topic", null);

    private final String chinese;
    private final String english;
    private final Period.Kind period;

    ReportKind(String chinese, String english, Period.Kind period) {
        this.chinese = chinese;
        this.english = english;
        this.period = period;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The kind of period it is about; null for any. */
    public Period.Kind period() {
        return period;
    }
}
