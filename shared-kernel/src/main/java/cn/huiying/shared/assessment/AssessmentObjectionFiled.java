package cn.huiying.shared.assessment;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 异议提出: an agency finds its figures wrong.
 *
 * @param agency directory code
 */
@Revision("1")
public record AssessmentObjectionFiled(AssessmentId assessmentId, String agency, String text, Instant at)
        implements AssessmentEvent {}
