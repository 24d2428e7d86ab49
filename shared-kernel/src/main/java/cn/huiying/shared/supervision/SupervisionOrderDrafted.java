package cn.huiying.shared.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 督办拟办: an order is proposed, by a person or by what a petition's clock or rating brought; nobody is under it yet.
 *
 * @param agency directory code of the agency that is to be supervised
 * @param petitions none where it is about a hot issue as such
 * @param matter what it is about, without personal data
 */
@Revision("1")
public record SupervisionOrderDrafted(
        SupervisionOrderId orderId,
        SupervisionForm form,
        SupervisionChannel channel,
        SupervisionTrigger trigger,
        String agency,
        List<PetitionId> petitions,
        String matter,
        Instant at)
        implements SupervisionEvent {}
