package cn.huiying.shared.assessment;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 考核计算: the figures are frozen. The points follow from them and the scheme alone.
 *
 * @param position    of the log, up to which they were counted
 * @param figures     of every agency that received a petition of the period, by code
 * @param objectionBy until when agencies may object
 */
@Revision("1")
public record AssessmentCalculated(
        AssessmentId assessmentId, long position, List<AgencyFigures> figures, Instant objectionBy, Instant at)
        implements AssessmentEvent {

    public AssessmentCalculated {
        figures = List.copyOf(figures);
    }
}
