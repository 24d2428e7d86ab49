package cn.huiying.app.audit;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.Set;

/** Who may look into the log (domain 9.6; GB/T 22239-2019, 8.1.4.3). */
final class Auditors {

    private static final Set<Role> ROLES = Set.of(Role.AUDITOR, Role.AUDIT_ADMIN);

    private Auditors() {}

    /** @throws Refused where the caller is none */
    static void check(Actor actor) {
        if (!ROLES.contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有审计员和审计管理员可以查看审计日志。",
                    "Only auditors and audit administrators see the audit log.");
        }
    }
}
