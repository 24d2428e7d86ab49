package cn.huiying.command.petition.action;

import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.rule.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that acts on one petition: the one source for its door, for who may send it and for what the API document
 * says of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PetitionAction {

    /** The last part of its path, {@code /api/petitions/{id}/<slug>}. */
    String slug();

    /** What officers call it. */
    String chinese();

    /** Who may send it, by role; rules narrow it further. */
    Role[] roles();

    /** Whether a co-handling agency 协办单位 may send it too; everything else is the lead agency's. */
    boolean coHandlers() default false;

    /** Whether a door of its own sends it, in place of that path: the door makes what no caller may say. */
    boolean ownDoor() default false;

    /** The event that carries its sealed texts; they are bound to it. Unset where the command has none. */
    Class<? extends PetitionEvent> seals() default PetitionEvent.class;
}
