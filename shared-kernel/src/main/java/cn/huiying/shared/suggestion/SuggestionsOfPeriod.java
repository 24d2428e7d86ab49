package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import java.util.List;

/**
 * The suggestions submitted in a period, the earliest first; no 检举控告 is among them (invariant 2).
 *
 * @param position of the log, up to which they are known
 */
public record SuggestionsOfPeriod(
        long position, List<Suggestion> suggestions, List<SpecialReportDrafted.Measure> measures) {

    /**
     * One of them.
     *
     * @param theme      as the platform would group it: the title of its topic, else its domain
     * @param conversion null where it was not converted
     * @param title      redacted; null while it is not published, like the text
     */
    public record Suggestion(
            PetitionId id,
            String number,
            String theme,
            SuggestionStanding standing,
            MeasureState conversion,
            String title,
            String text) {}
}
