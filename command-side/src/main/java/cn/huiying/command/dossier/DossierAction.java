package cn.huiying.command.dossier;

import cn.huiying.shared.rule.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command on a dossier: the one source for its door and for who may send it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DossierAction {

    /** The last part of its path, such as {@code /api/supervision/orders/{id}/<slug>}. */
    String slug();

    /** What officers call it. */
    String chinese();

    /** Who may send it; agency staff only where the order, proposal or policy is their agency's. */
    Role[] roles() default {Role.SUPERVISOR, Role.BUREAU_LEADER};
}
