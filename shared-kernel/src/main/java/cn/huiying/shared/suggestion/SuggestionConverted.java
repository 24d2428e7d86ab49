package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 转化为政策措施: adopted suggestions became a measure of an agency (上海市人民建议征集若干规定 Art. 13).
 *
 * @param topics that the suggestions answered; may be empty
 * @param agency code of the one that owns the measure
 * @param dueOn  the last day, included
 */
@Revision("1")
public record SuggestionConverted(
        MeasureId measureId,
        List<PetitionId> suggestions,
        List<SuggestionTopicId> topics,
        ConversionForm form,
        String title,
        String text,
        String agency,
        LocalDate dueOn,
        Instant at)
        implements MeasureEvent {}
