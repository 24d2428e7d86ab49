package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 转化情况: the suggestion was converted into a measure, or the measure ended. What it says follows from the measure.
 *
 * @param title  of the measure
 * @param agency code of the one that owns the measure
 */
@Revision("1")
public record ConversionNoted(
        PetitionId petitionId, MeasureId measure, String title, String agency, MeasureState state, Instant at)
        implements PetitionEvent {}
