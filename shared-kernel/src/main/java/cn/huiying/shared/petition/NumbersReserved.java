package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A node reserved a run of petition numbers of one day; numbers it does not use stay unused.
 *
 * @param first first serial number of the run, from 1
 * @param last  last serial number of the run, at most 999 999
 */
@Revision("1")
public record NumbersReserved(NumberSeriesId seriesId, int first, int last, Instant at) {}
