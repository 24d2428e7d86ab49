package cn.huiying.command.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.util.Optional;

/** Reads what is committed of the petitions that orders are about. */
interface SupervisedPetitions {

    /** Whether an agency has, or had, a petition in hand, leading or taking part. */
    boolean involved(String agency, PetitionId petition);

    /** Directory code of the lead agency that has, or had, it in hand; empty before the first. */
    Optional<String> lead(PetitionId petition);

    /** Whether it is history from elsewhere: what was to be supervised there was supervised then. */
    boolean imported(PetitionId petition);

    /** 检举控告. */
    boolean accusation(PetitionId petition);

    /** @throws cn.huiying.shared.rule.Refused where there is no such petition */
    void require(PetitionId petition);
}
