package cn.huiying.command.petition;

import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.ReplyOutcome;
import java.util.HashMap;
import java.util.Map;

/**
 * What stays with a suggestion.
 *
 * @param reasoned whether it was posted with a reason and a proposal instead of a body
 * @param outcome  of the answer that stands; null while there is none
 * @param selected 优秀建议
 * @param measures that it was converted into, with how they stand
 */
record SuggestionFacts(
        boolean reasoned, ReplyOutcome outcome, boolean selected, Map<MeasureId, MeasureState> measures) {

    boolean adopted() {
        return outcome == ReplyOutcome.ADOPTED || outcome == ReplyOutcome.PARTLY_ADOPTED;
    }

    /** @param answer null where it is handled again */
    SuggestionFacts answered(ReplyOutcome answer) {
        return new SuggestionFacts(reasoned, answer, selected, measures);
    }

    SuggestionFacts selectedAsOutstanding() {
        return new SuggestionFacts(reasoned, outcome, true, measures);
    }

    SuggestionFacts converted(MeasureId measure, MeasureState state) {
        Map<MeasureId, MeasureState> known = new HashMap<>(measures);
        known.put(measure, state);
        return new SuggestionFacts(reasoned, outcome, selected, Map.copyOf(known));
    }
}
