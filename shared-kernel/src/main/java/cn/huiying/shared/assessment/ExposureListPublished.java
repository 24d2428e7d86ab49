package cn.huiying.shared.assessment;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 黑榜: the ranked agencies below the scheme's floor.
 *
 * @param agencies directory codes, by group
 */
@Revision("1")
public record ExposureListPublished(AssessmentId assessmentId, List<String> agencies, Instant at)
        implements AssessmentEvent {

    public ExposureListPublished {
        agencies = List.copyOf(agencies);
    }
}
