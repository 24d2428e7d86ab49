package cn.huiying.query.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of constants as they stand in answers and parameters: {@code RESOLVED_AT_ONCE} is {@code resolvedAtOnce}. */
public final class Slugs {

    private Slugs() {}

    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    public static <E extends Enum<E>> Map<String, E> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Slugs::of, Function.identity()));
    }
}
