package cn.huiying.command.supervision.proposing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Proposes to an agency what to do better 三项建议 (信访工作条例 Art. 40).
 *
 * @param petitions what it comes from, with the orders; one of the lists may be null or empty
 */
@DossierAction(slug = "issue", chinese = "提出建议", roles = Role.BUREAU_LEADER)
public record IssueProposal(
        @TargetAggregateIdentifier ProposalId proposalId,
        Instant at,
        @NotNull ProposalKind kind,
        @NotBlank String agency,
        @NotBlank @Size(max = 60) String title,
        @NotBlank @Size(max = 2000) String text,
        @Size(max = 50) List<PetitionId> petitions,
        @Size(max = 50) List<SupervisionOrderId> orders)
        implements DossierCommand {}
