package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 转化终止: the bureau agreed that the measure is given up.
 */
@Revision("1")
public record MeasureAbandoned(MeasureId measureId, String reason, Instant at) implements MeasureEvent {}
