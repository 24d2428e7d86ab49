package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 转化完成: the measure is in effect.
 */
@Revision("1")
public record MeasureCompleted(MeasureId measureId, String result, Instant at) implements MeasureEvent {}
