package cn.huiying.command.suggestion;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;

/**
 * What a command led to.
 *
 * @param version sequence number of the measure's last event, its strong entity tag
 */
record MeasureOutcome(MeasureId id, long version, MeasureState state) implements DossierDoor.Versioned {}
