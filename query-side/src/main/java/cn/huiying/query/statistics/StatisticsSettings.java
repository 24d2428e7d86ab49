package cn.huiying.query.statistics;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the operator sets about the statistics.
 *
 * @param folder    where the cube lies; it belongs to one process
 * @param history   where its history lies, likewise
 * @param districts names by GB/T 2260 code
 */
public record StatisticsSettings(Path folder, Path history, Map<String, String> districts) {}
