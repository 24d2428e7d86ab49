package cn.huiying.command.supervision;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Refused;
import java.util.Optional;

/** One petition of each kind; {@link TwoAgencies#AGENCY} had all of them in hand, and the other one is accused. */
final class KnownPetitions implements SupervisedPetitions {

    static final PetitionId PETITION = new PetitionId("PET-1");
    static final PetitionId ACCUSATION = new PetitionId("PET-2");
    static final PetitionId NONE = new PetitionId("PET-none");

    private PublicText shown = new PublicText("路灯不亮", "某路口的灯三个月不亮。");

    KnownPetitions showing(PublicText text) {
        shown = text;
        return this;
    }

    @Override
    public boolean involved(String agency, PetitionId petition) {
        return agency.equals(TwoAgencies.AGENCY);
    }

    @Override
    public Optional<String> lead(PetitionId petition) {
        return Optional.of(TwoAgencies.AGENCY);
    }

    @Override
    public boolean imported(PetitionId petition) {
        return false;
    }

    @Override
    public boolean accusation(PetitionId petition) {
        return petition.equals(ACCUSATION);
    }

    @Override
    public Optional<String> accused(PetitionId petition) {
        return accusation(petition) ? Optional.of(TwoAgencies.OTHER) : Optional.empty();
    }

    @Override
    public boolean leadersMaySee(PetitionId petition) {
        return !accusation(petition) && !petition.equals(NONE);
    }

    @Override
    public Optional<PublicText> publicText(PetitionId petition) {
        return Optional.ofNullable(shown);
    }

    @Override
    public int repliesSentBackByTheBureau(PetitionId petition) {
        return 0;
    }

    @Override
    public void require(PetitionId petition) {
        if (petition.equals(NONE)) {
            throw Refused.byRule("petition-not-found", "没有。", "None.");
        }
    }
}
