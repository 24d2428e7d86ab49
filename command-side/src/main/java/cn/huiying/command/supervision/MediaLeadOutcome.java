package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadState;

/**
 * What a command led to.
 *
 * @param version sequence number of the lead's last event, its strong entity tag
 */
record MediaLeadOutcome(MediaLeadId id, long version, MediaLeadState state) implements DossierDoor.Versioned {}
