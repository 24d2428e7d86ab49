package cn.huiying.command.petition.dispatching;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;

/** A county officer acts on the county board of the own county only (domain 9.6). */
public final class CountyOfficerStaysInOwnCounty {

    private CountyOfficerStaysInOwnCounty() {}

    /** @throws Refused where the rule is broken */
    public static void check(Actor actor, String district, boolean countyBoard) {
        if (actor.role() == Role.COUNTY_OFFICER && !(countyBoard && district.equals(actor.district()))) {
            throw Refused.forbidden(
                    "county-officer-stays-in-own-county",
                    "县级受理员只能办理本县(市、区)留言板的留言。",
                    "A county officer may act on the own county's board only.");
        }
    }
}
