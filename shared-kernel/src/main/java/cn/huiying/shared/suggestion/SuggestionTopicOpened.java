package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.SuggestionTopicId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * 征集专题开启: the city asks for suggestions on a topic.
 *
 * @param organiser code of the agency that asks; null for the bureau
 * @param closesOn  the last day, included; null where it is open until it is closed
 */
@Revision("1")
public record SuggestionTopicOpened(
        SuggestionTopicId topicId, String title, String text, String organiser, LocalDate closesOn, Instant at)
        implements SuggestionTopicEvent {}
