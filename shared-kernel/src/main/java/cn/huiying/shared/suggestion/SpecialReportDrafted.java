package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 专项报告起草: the suggestions of a period, grouped by theme, with what they came to at a position of the log. Each draft is
 * whole: nothing that happens later changes it.
 *
 * @param revision    counted from 1
 * @param to          last day, included
 * @param preliminary 阶段性数据: whether the period was not over
 * @param position    of the log, up to which was counted
 */
@Revision("1")
public record SpecialReportDrafted(
        SpecialReportId reportId,
        int revision,
        String title,
        LocalDate from,
        LocalDate to,
        boolean preliminary,
        long position,
        SuggestionNumbers numbers,
        List<Theme> themes,
        List<Measure> measures,
        Instant at)
        implements SpecialReportEvent {

    /**
     * Suggestions that belong together.
     *
     * @param suggestions     all of them
     * @param analysis        what they have in common; null where nothing is written
     * @param recommendations what should be done; null where nothing is written
     */
    public record Theme(
            String name,
            SuggestionNumbers numbers,
            List<PetitionId> suggestions,
            List<Representative> representatives,
            String analysis,
            String recommendations) {}

    /** A suggestion that stands for others: its published, redacted text. */
    public record Representative(
            PetitionId suggestion, String number, String title, String text, SuggestionStanding standing) {}

    /** A measure that came of them. @param agency its owner's name */
    public record Measure(
            MeasureId measure, String title, ConversionForm form, String agency, MeasureState state, int percent) {}
}
