package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureState;

/**
 * What a command led to.
 *
 * @param version sequence number of the erasure's last event, its strong entity tag
 */
record ErasureOutcome(ErasureId id, long version, ErasureState state) implements DossierDoor.Versioned {}
