package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 答复公开: a redacted text of the reply was approved and shown to everyone.
 *
 * @param text redacted
 */
@Revision("1")
public record PublicReplyPublished(PetitionId petitionId, String text, Instant at) implements PetitionEvent {}
