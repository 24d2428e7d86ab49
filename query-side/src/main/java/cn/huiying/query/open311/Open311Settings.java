package cn.huiying.query.open311;

import java.util.Map;
import java.util.Set;

/**
 * What the operator sets about Open311.
 *
 * @param jurisdiction the one {@code jurisdiction_id} that is served
 * @param contact      how to reach the operator, also for a key
 * @param domains      the fields of life a service can be about
 * @param districts    GB/T 2260 codes and names
 */
public record Open311Settings(
        String jurisdiction, String contact, Set<String> domains, Map<String, String> districts) {}
