package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.MeasureId;
import java.time.Instant;

/** What can happen in the life of a measure 转化措施. */
public sealed interface MeasureEvent
        permits SuggestionConverted, MeasureProgressed, MeasureCompleted, MeasureAbandoned {

    MeasureId measureId();

    /** When it happened. */
    Instant at();
}
