package cn.huiying.command.numbering;

import cn.huiying.shared.petition.NumberSeriesId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reserves a run of petition numbers of one day for the sender alone. */
record ReserveNumbers(@TargetAggregateIdentifier NumberSeriesId seriesId, int count, Instant at) {}
