package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 研究论证: the agency studied the suggestion before it answers (上海市人民建议征集若干规定 Art. 11).
 *
 * @param withProposer whether whoever made the suggestion took part
 */
@Revision("1")
public record SuggestionStudied(
        PetitionId petitionId, StudyForm form, boolean withProposer, Sealed conclusion, Instant at)
        implements PetitionEvent {}
