package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 复查意见: the superior body gave its opinion (Art. 35).
 */
@Revision("1")
public record ReexaminationConcluded(PetitionId petitionId, ReviewOutcome outcome, String text, Instant at)
        implements PetitionEvent {}
