package cn.huiying.shared.deadline;

import java.time.Instant;

/** What can happen to the deadline policies. */
public sealed interface DeadlinePolicyEvent permits DeadlinePolicyPublished, DeadlinePolicyRetired {

    PolicySeriesId seriesId();

    /** When it happened. */
    Instant at();
}
