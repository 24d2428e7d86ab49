package cn.huiying.command.supervision;

import cn.huiying.shared.petition.PetitionId;

/** Reads what is committed of the petitions that orders are about. */
interface SupervisedPetitions {

    /** Whether an agency has, or had, a petition in hand, leading or taking part. */
    boolean involved(String agency, PetitionId petition);

    /** 检举控告. */
    boolean accusation(PetitionId petition);

    /** @throws cn.huiying.shared.rule.Refused where there is no such petition */
    void require(PetitionId petition);
}
