package cn.huiying.query.supervision;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.Set;

/** Who supervises, and so sees everything of it. */
final class Viewers {

    private static final Set<Role> SUPERVISING = Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER);

    private Viewers() {}

    static boolean supervise(Actor actor) {
        return SUPERVISING.contains(actor.role());
    }

    /** @throws Refused where the caller is neither of them nor has the role that may look on */
    static void requireSupervisingOr(Role other, Actor actor) {
        if (!supervise(actor) && actor.role() != other) {
            throw Refused.forbidden("role-may-not", "您的角色不能查看。", "Your role may not see this list.");
        }
    }

    static void requireSupervising(Actor actor) {
        requireSupervisingOr(null, actor);
    }
}
