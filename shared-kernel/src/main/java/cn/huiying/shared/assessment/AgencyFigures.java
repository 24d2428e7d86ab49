package cn.huiying.shared.assessment;

import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agency is assessed by, frozen when the period was calculated.
 *
 * @param agency directory code
 * @param counts by measure; zeros are left out
 */
public record AgencyFigures(String agency, AgencyLevel level, AgencyKind kind, Map<Measure, Long> counts) {

    public AgencyFigures {
        counts = new TreeMap<>(counts);
    }

    /** As they are after an objection was upheld. */
    public AgencyFigures corrected(Map<Measure, Long> corrections) {
        Map<Measure, Long> corrected = new TreeMap<>(counts);
        corrections.forEach((measure, by) -> corrected.merge(measure, by, Long::sum));
        return new AgencyFigures(agency, level, kind, corrected);
    }

    public Tally tally() {
        return Tally.of(counts);
    }
}
