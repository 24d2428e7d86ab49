package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalState;

/**
 * What a command led to.
 *
 * @param version sequence number of the proposal's last event, its strong entity tag
 */
record ProposalOutcome(ProposalId id, long version, ProposalState state) implements DossierDoor.Versioned {}
