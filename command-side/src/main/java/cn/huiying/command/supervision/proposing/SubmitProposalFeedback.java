package cn.huiying.command.supervision.proposing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.command.dossier.NamesDocument;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.ProposalId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells in writing what the agency adopts 反馈采纳情况 (Art. 40 ¶4).
 *
 * @param text     what it did or will do
 * @param reasons  why not, or not wholly
 * @param document the scanned letter, which was sent in before; may be null
 */
@DossierAction(
        slug = "submit-feedback",
        chinese = "反馈采纳情况",
        roles = {Role.AGENCY_HANDLER, Role.AGENCY_LEADER})
public record SubmitProposalFeedback(
        @TargetAggregateIdentifier ProposalId proposalId,
        Instant at,
        @NotNull Adoption adoption,
        @NotBlank @Size(max = 2000) String text,
        @Size(min = 2, max = 1000) String reasons,
        DocumentId document)
        implements DossierCommand, NamesDocument {}
