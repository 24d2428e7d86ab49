package cn.huiying.command.petition;

import cn.huiying.shared.petition.PetitionId;

/** Reads what is committed of other petitions, without locking them. */
interface Petitions {

    /** @throws cn.huiying.shared.rule.Refused where there is no such petition */
    Stage require(PetitionId id);
}
