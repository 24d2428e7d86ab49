package cn.huiying.shared.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 线索提供: the media are offered what of a petition was approved for the public, and nothing else. A lead that was declined or withdrawn
 * may be offered again.
 *
 * @param title redacted, as it was published
 * @param text redacted, as it was published
 */
@Revision("1")
public record MediaLeadOffered(MediaLeadId leadId, PetitionId petition, String title, String text, Instant at)
        implements MediaLeadEvent {}
