package cn.huiying.shared.supervision;

import java.time.LocalDate;

/**
 * The query for what published petitions of a period speak of more often than those of the period before, in one district 易发多发;
 * answered by {@link HotIssues}.
 *
 * @param to last day, included
 */
public record FindHotIssues(LocalDate from, LocalDate to) {}
