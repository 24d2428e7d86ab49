package cn.huiying.query.supervision;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.supervision.OrderFile.Step;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One proposal with everything that happened to it, folded from its own stream. For one thread. */
final class ProposalFile {

    /** 采纳反馈. */
    record Reaction(
            Adoption adoption,
            String adoptionText,
            String text,
            @Nullable String reasons,
            @Nullable DocumentId document,
            Instant at) {}

    ListedProposal proposal;
    String text;
    Reaction feedback;
    String withdrawnBecause;
    final List<Step> history = new ArrayList<>();

    void evolve(Recorded<ProposalEvent> recorded, Role role) {
        proposal = ListedProposal.evolve(proposal, recorded);
        switch (recorded.event()) {
            case ProposalIssued e -> {
                text = e.text();
                step(e, "三项建议提出", role, e.title());
            }
            case ProposalFeedbackReceived e -> {
                feedback =
                        new Reaction(e.adoption(), e.adoption().chinese(), e.text(), e.reasons(), e.document(), e.at());
                step(e, "建议采纳反馈", role, e.adoption().chinese());
            }
            case ProposalWithdrawn e -> {
                withdrawnBecause = e.reason();
                step(e, "建议撤回", role, e.reason());
            }
            case ProposalHandedOver e -> step(e, "建议移交", role, e.from() + "→" + e.to());
        }
    }

    private void step(ProposalEvent event, String chinese, Role role, String said) {
        history.add(new Step(event.getClass().getSimpleName(), chinese, event.at(), role, said));
    }
}
