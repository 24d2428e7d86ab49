package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.supervision.handingover.HandOverProposal;
import cn.huiying.command.supervision.proposing.ReasonsAreGivenUnlessAdopted;
import cn.huiying.command.supervision.proposing.SubmitProposalFeedback;
import cn.huiying.command.supervision.proposing.WithdrawProposal;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalState;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import java.util.List;

/** Where a proposal stands, and what may be done with it there. Pure. */
sealed interface ProposalStage extends DossierStage {

    String agency();

    @Override
    ProposalState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    /** To an agency there are no proposals to others. */
    @Override
    default boolean isKnownTo(Actor actor) {
        return actor.agency() == null || actor.agency().equals(agency());
    }

    /** The agency's feedback is awaited. */
    record Issued(ProposalId proposalId, String agency, List<PetitionId> petitions) implements ProposalStage {

        @Override
        public ProposalState state() {
            return ProposalState.ISSUED;
        }

        ProposalEvent answer(SubmitProposalFeedback command) {
            ReasonsAreGivenUnlessAdopted.check(command.adoption(), command.reasons());
            return new ProposalFeedbackReceived(
                    proposalId,
                    agency,
                    command.adoption(),
                    command.text(),
                    command.reasons(),
                    command.document(),
                    command.at());
        }

        ProposalEvent withdraw(WithdrawProposal command) {
            return new ProposalWithdrawn(proposalId, agency, command.reason(), command.at());
        }

        /** @param to who answers for the agency now; itself where nobody else does */
        List<ProposalEvent> handOver(HandOverProposal command, String to) {
            return to.equals(agency)
                    ? List.of()
                    : List.of(new ProposalHandedOver(proposalId, agency, to, command.at()));
        }
    }

    record Answered(String agency) implements ProposalStage {

        @Override
        public ProposalState state() {
            return ProposalState.ANSWERED;
        }
    }

    record Withdrawn(String agency) implements ProposalStage {

        @Override
        public ProposalState state() {
            return ProposalState.WITHDRAWN;
        }
    }

    /** @param stage null before the first event */
    static ProposalStage evolve(ProposalStage stage, ProposalEvent event) {
        return switch (event) {
            case ProposalIssued e -> new Issued(e.proposalId(), e.agency(), e.petitions());
            case ProposalFeedbackReceived e -> new Answered(e.agency());
            case ProposalWithdrawn e -> new Withdrawn(e.agency());
            case ProposalHandedOver e -> new Issued(e.proposalId(), e.to(), ((Issued) stage).petitions());
        };
    }
}
