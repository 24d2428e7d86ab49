package cn.huiying.shared.assessment;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 红榜: the first of each group.
 *
 * @param agencies directory codes, by group
 */
@Revision("1")
public record HonourListPublished(AssessmentId assessmentId, List<String> agencies, Instant at)
        implements AssessmentEvent {

    public HonourListPublished {
        agencies = List.copyOf(agencies);
    }
}
