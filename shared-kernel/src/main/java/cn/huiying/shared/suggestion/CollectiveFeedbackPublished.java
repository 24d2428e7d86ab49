package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.SuggestionTopicId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 集中反馈: what became of the suggestions on a topic was told to everyone, beside the reply to each (上海市人民建议征集若干规定 Art. 12).
 */
@Revision("1")
public record CollectiveFeedbackPublished(
        SuggestionTopicId topicId, String text, List<Answered> suggestions, Instant at)
        implements SuggestionTopicEvent {

    /** A suggestion that it answers, with the outcome it had then. */
    public record Answered(PetitionId suggestion, ReplyOutcome outcome) {}
}
