package cn.huiying.query.live;

import java.time.Duration;

/**
 * What the operator sets about the live streams.
 *
 * @param heartbeat      how long a stream is silent at most
 * @param cutOffAfter    how long a client that takes nothing is waited for
 * @param maxSubscribers how many there may be at once on this node
 * @param maxPerCaller   how many of them one account, or without a token one address, may have
 * @param recent         how many notices are kept in memory for those who come back; who was away longer is served from the log
 * @param furthestBack   how many events of the log are read again for one subscriber; who is further behind is reset
 */
public record LiveSettings(
        Duration heartbeat, Duration cutOffAfter, int maxSubscribers, int maxPerCaller, int recent, int furthestBack) {}
