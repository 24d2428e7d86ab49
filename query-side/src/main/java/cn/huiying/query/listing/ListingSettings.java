package cn.huiying.query.listing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What the operator sets about the listing.
 *
 * @param folder    where the index lies; it belongs to one process
 * @param history   where its history lies, likewise
 * @param domains   the fields of life one can filter by
 * @param districts GB/T 2260 codes one can filter by, with their names
 */
public record ListingSettings(Path folder, Path history, Set<String> domains, Map<String, String> districts) {}
