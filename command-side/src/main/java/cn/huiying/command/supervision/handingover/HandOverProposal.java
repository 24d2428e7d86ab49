package cn.huiying.command.supervision.handingover;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.ProposalId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Hands a proposal to the successor of its agency 建议移交 (信访工作条例 Art. 24 ¶2). */
@DossierAction(slug = "hand-over", chinese = "移交承继单位", roles = Role.SYSTEM)
public record HandOverProposal(@TargetAggregateIdentifier ProposalId proposalId, Instant at)
        implements DossierCommand {}
