package cn.huiying.shared.assessment;

import cn.huiying.shared.statistics.Measure;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;

/**
 * 异议裁定: an objection is upheld or not.
 *
 * @param corrections by how much figures of the agency change; none where it is not upheld
 */
@Revision("1")
public record AssessmentObjectionDecided(
        AssessmentId assessmentId,
        String agency,
        boolean upheld,
        Map<Measure, Long> corrections,
        String reason,
        Instant at)
        implements AssessmentEvent {

    public AssessmentObjectionDecided {
        corrections = new TreeMap<>(corrections);
    }
}
