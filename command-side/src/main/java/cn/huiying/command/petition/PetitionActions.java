package cn.huiying.command.petition;

import cn.huiying.command.common.Handlers;
import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The commands of the procedure, read off the aggregate's handlers and the stages' methods: nothing is listed twice. */
public final class PetitionActions {

    private static final Map<String, Class<?>> BY_SLUG =
            Handlers.bySlug(Petition.class, command -> of(command).slug());

    private PetitionActions() {}

    /** Every command by its slug. */
    public static Map<String, Class<?>> bySlug() {
        return BY_SLUG;
    }

    /** What is declared of a command. */
    public static PetitionAction of(Class<?> command) {
        return command.getAnnotation(PetitionAction.class);
    }

    /** The slugs of the commands a stage allows to people, in alphabetical order. */
    static List<String> allowedIn(Stage stage) {
        return Handlers.methods(stage.getClass())
                .map(Method::getParameterTypes)
                .filter(types -> types.length > 0 && of(types[0]) != null)
                .map(types -> of(types[0]))
                .filter(action -> action.roles()[0] != Role.SYSTEM)
                .map(PetitionAction::slug)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a command of a stage can be taken now, whatever it says. */
    static boolean isReady(Stage stage, String slug, Instant at, Circumstances now) {
        try {
            requireReady(stage, BY_SLUG.get(slug), at, now);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /** @throws Refused as a command of the stage would be now, whatever it says */
    static void requireReady(Stage stage, Class<?> command, Instant at, Circumstances now) {
        Handlers.methods(stage.getClass())
                .filter(method -> method.isAnnotationPresent(ReadyFor.class)
                        && method.getAnnotation(ReadyFor.class).value() == command)
                .forEach(checks -> check(checks, stage, at, now));
    }

    static Refused notInThisState(Class<?> command, Stage stage) {
        return new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "留言当前为“" + stage.state().chinese() + "”,不能执行“" + of(command).chinese() + "”。",
                "The petition is " + stage.state() + "; " + of(command).slug() + " is not possible now.",
                stage.state().name(),
                allowedIn(stage)));
    }

    private static void check(Method checks, Stage stage, Instant at, Circumstances now) {
        try {
            checks.invoke(stage, at, now);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
