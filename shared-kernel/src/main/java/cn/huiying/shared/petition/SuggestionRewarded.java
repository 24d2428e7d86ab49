package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 奖励: whoever made the selected suggestion was rewarded (信访工作条例 Art. 29; 上海市人民建议征集若干规定 Art. 16).
 */
@Revision("1")
public record SuggestionRewarded(PetitionId petitionId, RewardKind kind, String text, Instant at)
        implements PetitionEvent {}
