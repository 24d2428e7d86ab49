package cn.huiying.command.supervision;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.rule.Refused;

/** Two agencies take petitions; one may have been merged into the other. */
public final class TwoAgencies implements Agencies {

    public static final String AGENCY = "445224-114";
    public static final String OTHER = "445224-101";

    private boolean merged;

    public TwoAgencies merged() {
        merged = true;
        return this;
    }

    @Override
    public AgencyEntry require(String code) {
        if (!code.equals(AGENCY) && !code.equals(OTHER)) {
            throw Refused.byRule("agency-is-listed", "没有。", "None.");
        }
        return null;
    }

    @Override
    public AgencyEntry requireListed(String code) {
        return require(code);
    }

    @Override
    public String successor(String code) {
        return merged && code.equals(AGENCY) ? OTHER : code;
    }

    @Override
    public boolean isOrIsUnder(String code, String superior) {
        return code.equals(superior);
    }
}
