package cn.huiying.command.supervision;

import cn.huiying.command.supervision.action.SupervisionAction;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;

/** The commands on supervision orders, read off the aggregate's handlers and the stages' methods: nothing is listed twice. */
public final class SupervisionActions {

    private static final Map<String, Class<?>> BY_SLUG = Arrays.stream(SupervisionOrder.class.getDeclaredMethods())
            .filter(handler -> handler.isAnnotationPresent(CommandHandler.class))
            .map(handler -> handler.getParameterTypes()[0])
            .collect(Collectors.toMap(
                    command -> of(command).slug(),
                    Function.identity(),
                    (a, b) -> {
                        throw new IllegalStateException(a + " and " + b + " have the same slug");
                    },
                    TreeMap::new));

    private SupervisionActions() {}

    /** Every command by its slug. */
    public static Map<String, Class<?>> bySlug() {
        return BY_SLUG;
    }

    /** What is declared of a command. */
    public static SupervisionAction of(Class<?> command) {
        return command.getAnnotation(SupervisionAction.class);
    }

    /** The stage, where it allows the command. */
    static <S> S require(OrderStage stage, Object command, Class<S> needed) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        List<String> allowed = Stream.concat(
                        // A stage's own methods, and those it shares with others.
                        Arrays.stream(stage.getClass().getDeclaredMethods()),
                        Arrays.stream(stage.getClass().getMethods()))
                .map(Method::getParameterTypes)
                .filter(types -> types.length > 0 && of(types[0]) != null)
                .map(types -> of(types[0]).slug())
                .distinct()
                .sorted()
                .toList();
        throw new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "督办件" + stage.state().chinese() + ",不能" + of(command.getClass()).chinese() + "。",
                "The order is " + stage.state() + "; " + of(command.getClass()).slug() + " is not possible now.",
                stage.state().name(),
                allowed));
    }
}
