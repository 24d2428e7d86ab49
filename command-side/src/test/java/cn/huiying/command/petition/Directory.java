package cn.huiying.command.petition;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.rule.Refused;
import java.util.List;
import java.util.Map;

/** A small directory that is always the same: the city, two of its counties, and a few agencies of theirs. */
final class Directory implements Agencies {

    static final String CITY_HOUSING = "445200-101";
    static final String HUILAI_GOVERNMENT = "445224-001";
    static final String HUILAI_HOUSING = "445224-101";
    static final String HUILAI_QUALITY_STATION = "445224-111";
    static final String HUILAI_TRAFFIC = "445224-102";
    static final String JIEXI_HOUSING = "445222-101";
    static final String SUSPENDED = "445224-190";
    static final String UNLISTED = "445224-999";

    /** Into {@link #HUILAI_TRAFFIC}. */
    static final String MERGED = "445224-191";

    private static final Map<String, String> SUPERIORS = Map.of(
            CITY_HOUSING,
            "445200-000",
            HUILAI_GOVERNMENT,
            "445200-000",
            HUILAI_HOUSING,
            HUILAI_GOVERNMENT,
            HUILAI_QUALITY_STATION,
            HUILAI_HOUSING,
            HUILAI_TRAFFIC,
            HUILAI_GOVERNMENT,
            JIEXI_HOUSING,
            "445222-001",
            SUSPENDED,
            HUILAI_GOVERNMENT,
            MERGED,
            HUILAI_GOVERNMENT,
            "445222-001",
            "445200-000");

    @Override
    public AgencyEntry require(String code) {
        AgencyEntry entry = requireListed(code);
        if (code.equals(SUSPENDED) || code.equals(MERGED)) {
            throw Refused.byRule("agency-takes-petitions", "该单位已停用。", "Agency " + code + " is suspended.");
        }
        return entry;
    }

    @Override
    public AgencyEntry requireListed(String code) {
        if (!SUPERIORS.containsKey(code)) {
            throw Refused.byRule("agency-is-listed", "没有该单位。", "There is no agency " + code + ".");
        }
        return new AgencyEntry(
                code,
                "单位" + code,
                AgencyLevel.COUNTY,
                code.substring(0, 6),
                SUPERIORS.get(code),
                AgencyKind.DEPARTMENT,
                List.of());
    }

    @Override
    public String successor(String code) {
        return code.equals(MERGED) ? HUILAI_TRAFFIC : code;
    }

    @Override
    public boolean isOrIsUnder(String code, String superior) {
        return code != null && (code.equals(superior) || isOrIsUnder(SUPERIORS.get(code), superior));
    }
}
