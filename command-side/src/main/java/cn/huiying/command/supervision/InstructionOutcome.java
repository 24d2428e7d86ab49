package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.supervision.InstructionId;

/**
 * What a command led to.
 *
 * @param version sequence number of the instruction's last event, its strong entity tag
 */
record InstructionOutcome(InstructionId id, long version) implements DossierDoor.Versioned {}
