package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 阶段性答复: the agency told the author how far it is.
 */
@Revision("1")
public record ProgressPosted(PetitionId petitionId, Sealed text, Instant at) implements PetitionEvent {}
