package cn.huiying.command.suggestion;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;

/** Reads what is committed of suggestions. */
interface KnownSuggestions {

    /**
     * What is known of one.
     *
     * @param topic   that it answers; null where it answers none
     * @param outcome of the answer that stands; null while there is none
     */
    record Known(Section section, SuggestionTopicId topic, boolean accusation, ReplyOutcome outcome) {

        /** Whether it was answered as a suggestion; an accusation is in nothing that is told of suggestions (invariant 2). */
        boolean answered() {
            return section == Section.SUGGESTION && !accusation && outcome != null;
        }

        boolean adopted() {
            return answered() && (outcome == ReplyOutcome.ADOPTED || outcome == ReplyOutcome.PARTLY_ADOPTED);
        }
    }

    /** @throws cn.huiying.shared.rule.Refused where there is no such petition */
    Known require(PetitionId suggestion);
}
