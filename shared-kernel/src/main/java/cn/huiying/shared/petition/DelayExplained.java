package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 说明逾期原因: the lead agency explained why it is late.
 */
@Revision("1")
public record DelayExplained(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
