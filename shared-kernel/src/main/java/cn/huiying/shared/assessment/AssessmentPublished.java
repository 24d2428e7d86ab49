package cn.huiying.shared.assessment;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 考核通报: the results stand.
 *
 * @param scores of every agency, by group, best first
 */
@Revision("1")
public record AssessmentPublished(AssessmentId assessmentId, List<AgencyScore> scores, Instant at)
        implements AssessmentEvent {

    public AssessmentPublished {
        scores = List.copyOf(scores);
    }
}
