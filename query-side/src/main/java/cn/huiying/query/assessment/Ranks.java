package cn.huiying.query.assessment;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Optional;

/** Tells an agency's place in the last published assessment. */
public class Ranks {

    /**
     * A place in a published ranking.
     *
     * @param points null where it could not be scored
     * @param rank   within the group; null where the agency is unranked
     * @param among  how many of the group are ranked
     */
    public record Rank(
            String assessment,
            String periodText,
            String group,
            @Nullable BigDecimal points,
            @Nullable Integer rank,
            long among) {}

    private final Assessments assessments;

    Ranks(Assessments assessments) {
        this.assessments = assessments;
    }

    /** Empty where none was published, or it fits no group of it. */
    public Optional<Rank> last(String agency) {
        return assessments.lastPublished(null).flatMap(file -> file.published().stream()
                .filter(score -> score.agency().equals(agency) && score.group() != null)
                .findFirst()
                .map(score -> new Rank(
                        file.id().value(),
                        file.id().period().chinese(),
                        score.group(),
                        score.points(),
                        score.rank(),
                        file.published().stream()
                                .filter(other -> score.group().equals(other.group()) && other.rank() != null)
                                .count())));
    }
}
