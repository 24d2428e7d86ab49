package cn.huiying.command.visits;

import cn.huiying.shared.statistics.VisitsId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts into the log what one node's public doors counted within an hour 访问量; the same again changes nothing.
 *
 * @param hour its first moment
 * @param doors answered requests by door
 */
public record CountVisits(
        @TargetAggregateIdentifier VisitsId visitsId, Instant hour, Map<String, Long> doors, Instant at) {}
