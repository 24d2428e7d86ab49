package cn.huiying.query.board;

import java.util.Set;

/**
 * How much of the board somebody looks at.
 *
 * @param county      only the county board of this district; null for all boards
 * @param districts   only these; empty for all
 * @param agencies    only these, and not the bureau; empty for all
 * @param accusations whether 检举控告 are listed too; counted they always are
 * @param overdue     how many overdue petitions are listed at most
 */
public record BoardView(String county, Set<String> districts, Set<String> agencies, boolean accusations, int overdue) {

    public BoardView {
        districts = Set.copyOf(districts);
        agencies = Set.copyOf(agencies);
    }

    /** @param district null where it is unknown */
    boolean showsDistrict(String district) {
        return (county == null || county.equals(district))
                && (districts.isEmpty() || district != null && districts.contains(district));
    }

    /** @param agency null for the bureau */
    boolean showsAgency(String agency) {
        return agencies.isEmpty() || agency != null && agencies.contains(agency);
    }

    boolean shows(String agency, String district, boolean countyBoard) {
        return showsDistrict(district) && showsAgency(agency) && (county == null || countyBoard);
    }
}
