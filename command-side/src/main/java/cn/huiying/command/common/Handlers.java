package cn.huiying.command.common;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;

/** What an aggregate decides on, read off its handlers and its stages' methods: nothing is listed twice. */
public final class Handlers {

    private Handlers() {}

    /**
     * Every command of an aggregate.
     *
     * @param slug of a command
     * @throws IllegalStateException where two have the same
     */
    public static Map<String, Class<?>> bySlug(Class<?> aggregate, Function<Class<?>, String> slug) {
        return Stream.<Executable>concat(
                        Arrays.stream(aggregate.getDeclaredMethods()),
                        Arrays.stream(aggregate.getDeclaredConstructors()))
                .filter(handler -> handler.isAnnotationPresent(CommandHandler.class))
                .map(handler -> handler.getParameterTypes()[0])
                .collect(Collectors.toMap(
                        slug,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalStateException(a + " and " + b + " have the same slug");
                        },
                        TreeMap::new));
    }

    /** The methods of a stage: its record's own and those of the interfaces it shares with others. */
    public static Stream<Method> methods(Class<?> stage) {
        return Stream.concat(
                Arrays.stream(stage.getDeclaredMethods()),
                Arrays.stream(stage.getInterfaces()).flatMap(Handlers::methods));
    }
}
