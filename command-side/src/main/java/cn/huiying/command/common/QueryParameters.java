package cn.huiying.command.common;

import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query parameters of one request; whatever is unknown, given twice or malformed is refused. */
public final class QueryParameters {

    private final Map<String, String[]> values;

    private QueryParameters(Map<String, String[]> values) {
        this.values = values;
    }

    /**
     * @param known every parameter the operation has
     * @throws InvalidInput naming what is unknown or given twice
     */
    public static QueryParameters of(Map<String, String[]> given, String... known) {
        Set<String> names = new TreeSet<>(Arrays.asList(known));
        List<Fault> faults = given.entrySet().stream()
                .filter(parameter -> !names.contains(parameter.getKey()) || parameter.getValue().length > 1)
                .map(parameter -> names.contains(parameter.getKey())
                        ? new Fault(
                                parameter.getKey(),
                                "repeated",
                                "参数“" + parameter.getKey() + "”只能给一次。",
                                "Parameter “" + parameter.getKey() + "” can be given only once.")
                        : new Fault(
                                parameter.getKey(),
                                "unknown-parameter",
                                "没有参数“" + parameter.getKey() + "”,可用:" + names + "。",
                                "There is no parameter “" + parameter.getKey() + "”; there are " + names + "."))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new QueryParameters(Map.copyOf(given));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(given -> given[0]);
    }

    /** A constant by its name. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(given -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> {
                    List<E> constants = List.of(type.getEnumConstants());
                    return new InvalidInput(
                            name,
                            "unknown-value",
                            "参数“" + name + "”的取值须是 " + constants + " 之一。",
                            "Parameter “" + name + "” must be one of " + constants + ".");
                }));
    }

    /** A whole number of at least 1. */
    public Optional<Integer> number(String name) {
        return text(name).map(given -> number(name, given));
    }

    /** @throws InvalidInput where a parameter, or a part of the path, is no whole number of at least 1 */
    public static int number(String name, String given) {
        if (!given.matches("[1-9]\\d{0,8}")) {
            throw new InvalidInput(
                    name, "form", "“" + name + "”须是不小于 1 的整数。", "“" + name + "” must be a whole number of at least 1.");
        }
        return Integer.parseInt(given);
    }
}
