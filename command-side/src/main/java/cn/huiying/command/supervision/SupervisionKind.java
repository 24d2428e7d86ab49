package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierKind;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.command.supervision.instructing.RecordLeaderInstruction;
import cn.huiying.command.supervision.proposing.IssueProposal;
import cn.huiying.command.supervision.reporting.OfferMediaLead;
import cn.huiying.shared.supervision.InstructionId;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.SupervisionOrderId;
import java.util.List;

/** The kinds of things in supervision. */
public final class SupervisionKind {

    private static final String AREA = "supervision";

    /** 督办件. */
    public static final DossierKind ORDER = new DossierKind(
            AREA,
            "orders",
            "ORD-",
            "order",
            "order",
            "督办件",
            "orderId",
            SupervisionOrderId::new,
            SupervisionOrder.class,
            DraftSupervisionOrder.class);
    /** 三项建议. */
    public static final DossierKind PROPOSAL = new DossierKind(
            AREA,
            "proposals",
            "PRO-",
            "proposal",
            "proposal",
            "建议",
            "proposalId",
            ProposalId::new,
            Proposal.class,
            IssueProposal.class);
    /** 领导批示. */
    public static final DossierKind INSTRUCTION = new DossierKind(
            AREA,
            "instructions",
            "INS-",
            "instruction",
            "instruction",
            "批示",
            "instructionId",
            InstructionId::new,
            LeaderInstruction.class,
            RecordLeaderInstruction.class);
    /** 媒体线索. */
    public static final DossierKind MEDIA_LEAD = new DossierKind(
            AREA,
            "media-leads",
            "LEAD-",
            "media-lead",
            "lead",
            "线索",
            "leadId",
            MediaLeadId::new,
            MediaLead.class,
            OfferMediaLead.class);

    public static final List<DossierKind> ALL = List.of(ORDER, PROPOSAL, INSTRUCTION, MEDIA_LEAD);

    private SupervisionKind() {}
}
