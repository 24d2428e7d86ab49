package cn.huiying.query.supervision;

/**
 * How many supervision orders an agency is under.
 *
 * @param open issued and not ended
 * @param late of those that the agency should have answered
 */
public record OrdersOfAgency(long open, long late) {}
