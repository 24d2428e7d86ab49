package cn.huiying.command.supervision.proposing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.ProposalId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the proposal back 撤回建议.
 */
@DossierAction(slug = "withdraw", chinese = "撤回建议", roles = Role.BUREAU_LEADER)
public record WithdrawProposal(
        @TargetAggregateIdentifier ProposalId proposalId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
