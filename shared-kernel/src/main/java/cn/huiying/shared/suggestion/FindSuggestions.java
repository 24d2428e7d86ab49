package cn.huiying.shared.suggestion;

import java.time.LocalDate;

/**
 * The query for the suggestions of a period; answered by {@link SuggestionsOfPeriod}.
 *
 * @param to last day, included
 */
public record FindSuggestions(LocalDate from, LocalDate to) {}
