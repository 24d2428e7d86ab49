package cn.huiying.query.policy;

import java.nio.file.Path;
import java.util.Set;

/**
 * What the operator sets about the policy library.
 *
 * @param folder    where the index lies; it belongs to one process
 * @param topics    one can filter by
 * @param districts GB/T 2260 codes one can filter by
 */
public record PolicyLibrarySettings(Path folder, Set<String> topics, Set<String> districts) {}
