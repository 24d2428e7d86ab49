package cn.huiying.command.supervision;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.petition.PetitionId;
import java.util.List;

/** Who answers for an agency that was merged (信访工作条例 Art. 24 ¶2). */
final class Addressees {

    private Addressees() {}

    /**
     * The successor; the agency itself where it was not merged, or where its successor is accused in one of the petitions, of which
     * it may not hear (Art. 30).
     */
    static String successor(String agency, List<PetitionId> petitions, Agencies agencies, SupervisedPetitions known) {
        String to = agencies.successor(agency);
        return isAccused(to, petitions, agencies, known) ? agency : to;
    }

    /** Whether an agency, or one it is under, is accused in one of the petitions. */
    static boolean isAccused(String agency, List<PetitionId> petitions, Agencies agencies, SupervisedPetitions known) {
        return petitions.stream()
                .flatMap(petition -> known.accused(petition).stream())
                .anyMatch(accused -> agencies.isOrIsUnder(agency, accused));
    }
}
