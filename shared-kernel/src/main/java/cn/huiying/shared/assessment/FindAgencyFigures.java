package cn.huiying.shared.assessment;

import java.time.LocalDate;

/**
 * The query for what each agency's petitions of a period come to; answered by {@link FiguresOfAgencies}.
 *
 * @param from first day of submission
 * @param to   last day, included
 */
public record FindAgencyFigures(LocalDate from, LocalDate to) {}
