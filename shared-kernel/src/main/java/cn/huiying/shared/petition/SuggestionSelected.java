package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 评选: the suggestion was selected as an outstanding one 优秀建议 (上海市人民建议征集若干规定 Art. 16).
 */
@Revision("1")
public record SuggestionSelected(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
