package cn.huiying.command.suggestion;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Refused;
import java.util.Map;

/**
 * One suggestion of each outcome on one topic, one still in hand, one without a topic, one petition that is no
 * suggestion any more, and one that accuses somebody.
 */
final class Adopted implements KnownSuggestions {

    static final SuggestionTopicId TOPIC = new SuggestionTopicId("TOP-1");
    static final PetitionId ADOPTED = new PetitionId("PET-adopted");
    static final PetitionId PARTLY = new PetitionId("PET-partly");
    static final PetitionId REFERENCE = new PetitionId("PET-reference");
    static final PetitionId NOT_ADOPTED = new PetitionId("PET-not");
    static final PetitionId IN_HAND = new PetitionId("PET-hand");
    static final PetitionId OF_NO_TOPIC = new PetitionId("PET-free");
    static final PetitionId MOVED = new PetitionId("PET-moved");
    static final PetitionId ACCUSING = new PetitionId("PET-accusing");
    static final PetitionId NONE = new PetitionId("PET-none");

    private static final Map<PetitionId, Known> KNOWN = Map.of(
            ADOPTED, new Known(Section.SUGGESTION, TOPIC, false, ReplyOutcome.ADOPTED),
            PARTLY, new Known(Section.SUGGESTION, TOPIC, false, ReplyOutcome.PARTLY_ADOPTED),
            REFERENCE, new Known(Section.SUGGESTION, TOPIC, false, ReplyOutcome.FOR_REFERENCE),
            NOT_ADOPTED, new Known(Section.SUGGESTION, TOPIC, false, ReplyOutcome.NOT_ADOPTED),
            IN_HAND, new Known(Section.SUGGESTION, TOPIC, false, null),
            OF_NO_TOPIC, new Known(Section.SUGGESTION, null, false, ReplyOutcome.ADOPTED),
            MOVED, new Known(Section.MASS_MESSAGE, TOPIC, false, ReplyOutcome.ADOPTED),
            ACCUSING, new Known(Section.SUGGESTION, TOPIC, true, ReplyOutcome.ADOPTED));

    @Override
    public Known require(PetitionId suggestion) {
        if (!KNOWN.containsKey(suggestion)) {
            throw Refused.byRule("petition-not-found", "没有。", "None.");
        }
        return KNOWN.get(suggestion);
    }
}
