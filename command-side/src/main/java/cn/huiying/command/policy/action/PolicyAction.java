package cn.huiying.command.policy.action;

import cn.huiying.shared.rule.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command on a policy: the one source for its door and for who may send it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PolicyAction {

    /** The last part of its path, {@code /api/policies/{id}/<slug>}. */
    String slug();

    /** What officers call it. */
    String chinese();

    /** Who may send it; the leader of an agency only where the agency issued the policy. */
    Role[] roles() default {Role.BUREAU_LEADER, Role.INTAKE_OFFICER, Role.AGENCY_LEADER};
}
