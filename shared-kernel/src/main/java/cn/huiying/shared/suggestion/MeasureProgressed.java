package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 转化进展: the owner agency told how far the measure is.
 */
@Revision("1")
public record MeasureProgressed(MeasureId measureId, int percent, String text, Instant at) implements MeasureEvent {}
