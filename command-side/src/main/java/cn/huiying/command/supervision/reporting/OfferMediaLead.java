package cn.huiying.command.supervision.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.MediaLeadId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Offers the media what of a petition was approved for the public 线索提供. A petition has one lead, which is offered again after it was declined
 * or withdrawn.
 */
@DossierAction(slug = "offer", chinese = "向媒体提供线索")
public record OfferMediaLead(@TargetAggregateIdentifier MediaLeadId leadId, Instant at, @NotNull PetitionId petition)
        implements DossierCommand {}
