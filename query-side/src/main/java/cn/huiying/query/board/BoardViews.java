package cn.huiying.query.board;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.Set;

/** Who sees how much of the board. */
public final class BoardViews {

    /** The read model it comes from. */
    public static final String READ_MODEL = BoardProjection.NAME;

    /** What narrows it. */
    public static final String[] PARAMETERS = {"district", "agency", "overdue"};

    private static final Set<Role> WATCHING = Set.of(
            Role.SUPERVISOR,
            Role.BUREAU_LEADER,
            Role.CITY_LEADER,
            Role.INTAKE_OFFICER,
            Role.COUNTY_OFFICER,
            Role.AUDITOR);

    private final PetitionFilters filters;

    BoardViews(PetitionFilters filters) {
        this.filters = filters;
    }

    /** @throws Refused where this caller sees nothing of it */
    public void check(Actor actor) {
        if (!WATCHING.contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有督办员、信访局、市领导和审计员可以查看督办看板。",
                    "Only supervisors, the bureau, city leaders and auditors see the supervision board.");
        }
    }

    /**
     * What this caller sees and asks for. A leader's list has no accusations (信访工作条例 Art. 30); a county officer sees the own
     * county's board.
     */
    public BoardView of(Actor actor, Parameters parameters) {
        PetitionFilter filter = filters.read(parameters);
        return new BoardView(
                actor.role() == Role.COUNTY_OFFICER ? actor.district() : null,
                filter.districts(),
                filter.agencies(),
                actor.role() != Role.CITY_LEADER,
                parameters.integer("overdue", 1, 200, 50));
    }
}
