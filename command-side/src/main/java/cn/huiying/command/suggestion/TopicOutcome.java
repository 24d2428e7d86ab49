package cn.huiying.command.suggestion;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.suggestion.TopicState;

/**
 * What a command led to.
 *
 * @param version sequence number of the topic's last event, its strong entity tag
 */
record TopicOutcome(SuggestionTopicId id, long version, TopicState state) implements DossierDoor.Versioned {}
