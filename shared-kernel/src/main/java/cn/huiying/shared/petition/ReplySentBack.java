package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 退回修改: the reply must be rewritten.
 */
@Revision("1")
public record ReplySentBack(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
