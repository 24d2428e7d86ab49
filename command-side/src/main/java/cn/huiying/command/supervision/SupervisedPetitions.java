package cn.huiying.command.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.util.Optional;

/** Reads what is committed of the petitions that supervision is about. */
interface SupervisedPetitions {

    /** Whether an agency has, or had, a petition in hand, leading or taking part. */
    boolean involved(String agency, PetitionId petition);

    /** Directory code of the lead agency that has, or had, it in hand; empty before the first. */
    Optional<String> lead(PetitionId petition);

    /** Whether it is history from elsewhere: what was to be supervised there was supervised then. */
    boolean imported(PetitionId petition);

    /** 检举控告. */
    boolean accusation(PetitionId petition);

    /** Directory code of the agency an accusation is about. */
    Optional<String> accused(PetitionId petition);

    /** Whether a city leader may see it in a list: it is accepted, and no 检举控告 (invariant 2). */
    boolean leadersMaySee(PetitionId petition);

    /** What of it everyone is shown now; empty where nothing is. */
    Optional<PublicText> publicText(PetitionId petition);

    /** How often the bureau's check, not the agency's own leader, sent a reply back to be rewritten. */
    int repliesSentBackByTheBureau(PetitionId petition);

    /** @throws cn.huiying.shared.rule.Refused where there is no such petition */
    void require(PetitionId petition);
}
