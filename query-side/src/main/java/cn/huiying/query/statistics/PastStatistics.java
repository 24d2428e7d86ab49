package cn.huiying.query.statistics;

import cn.huiying.query.directory.AgencyDirectory;
import java.util.Map;

/** What could be asked of the cube at every position of the log. */
class PastStatistics {

    private final CubeHistory history;
    private final AgencyDirectory directory;
    private final Map<String, String> districts;

    /** @param districts names by GB/T 2260 code */
    PastStatistics(CubeHistory history, AgencyDirectory directory, Map<String, String> districts) {
        this.history = history;
        this.directory = directory;
        this.districts = districts;
    }

    /** While it is the same, so is what could be asked at any position. */
    String edition() {
        return history.edition();
    }

    Statistics asOf(long position) {
        return new Statistics(history.asOf(position), directory.asOf(position), districts);
    }
}
