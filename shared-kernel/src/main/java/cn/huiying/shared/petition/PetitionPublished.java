package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 公开: a redacted text of the petition was approved and shown to everyone.
 *
 * @param title redacted
 * @param body redacted
 */
@Revision("1")
public record PetitionPublished(PetitionId petitionId, String title, String body, Instant at)
        implements PetitionEvent {}
