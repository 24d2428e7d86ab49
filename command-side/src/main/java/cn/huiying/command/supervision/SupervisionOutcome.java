package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionState;

/**
 * What a command led to.
 *
 * @param version sequence number of the order's last event, its strong entity tag
 */
record SupervisionOutcome(SupervisionOrderId id, long version, SupervisionState state)
        implements DossierDoor.Versioned {}
