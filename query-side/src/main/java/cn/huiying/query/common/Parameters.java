package cn.huiying.query.common;

import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The query parameters of one request, typed; whatever is unknown, repeated where it must not be, or malformed is refused. */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @param known every parameter the operation has */
    public static Parameters of(HttpServletRequest request, String... known) {
        Set<String> names = new TreeSet<>(Arrays.asList(known));
        Map<String, List<String>> values = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        request.getParameterMap().forEach((name, given) -> {
            if (names.contains(name)) {
                values.put(name, List.of(given));
            } else {
                faults.add(new Fault(
                        name,
                        "unknown-parameter",
                        "没有参数“" + name + "”,可用:" + names + "。",
                        "There is no parameter “" + name + "”; there are " + names + "."));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Parameters(values);
    }

    /** For clients of a protocol of their own: what is unknown or empty is passed over. */
    public static Parameters leniently(HttpServletRequest request, String... known) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String name : known) {
            String[] given = request.getParameterValues(name);
            if (given != null) {
                values.put(
                        name,
                        Arrays.stream(given).filter(value -> !value.isBlank()).toList());
            }
        }
        return new Parameters(values);
    }

    /** A parameter that is given at most once. */
    public Optional<String> single(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new InvalidInput(
                    name, "repeated", "参数“" + name + "”只能给一次。", "Parameter “" + name + "” can be given only once.");
        }
        return given.stream().findFirst();
    }

    /** A parameter that must be given. */
    public String required(String name) {
        return single(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new InvalidInput(
                        name, "missing", "参数“" + name + "”必填。", "Parameter “" + name + "” is required."));
    }

    /** A parameter whose repetition means OR. */
    public List<String> repeated(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** A repeatable parameter of one of these values; a comma separates values too. */
    public <T> Set<T> anyOf(String name, Map<String, T> allowed) {
        return repeated(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> choose(name, value, allowed))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A single parameter of one of these values. */
    public <T> Optional<T> oneOf(String name, Map<String, T> allowed) {
        return single(name).map(value -> choose(name, value, allowed));
    }

    private static <T> T choose(String name, String value, Map<String, T> allowed) {
        T chosen = allowed.get(value);
        if (chosen == null) {
            Set<String> sorted = new TreeSet<>(allowed.keySet());
            throw new InvalidInput(
                    name,
                    "unknown-value",
                    "参数“" + name + "”没有取值“" + abridged(value) + "”,可选:" + sorted + "。",
                    "Parameter “" + name + "” has no value “" + abridged(value) + "”; choose from " + sorted + ".");
        }
        return chosen;
    }

    /** The constants of an enumeration by name, for {@link #anyOf}. */
    public static <E extends Enum<E>> Map<String, E> constants(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, Function.identity()));
    }

    /** A whole number in a range. */
    public int integer(String name, int min, int max, int byDefault) {
        return single(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= min && number <= max) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // Told below.
                    }
                    throw new InvalidInput(
                            name,
                            "range",
                            "参数“" + name + "”须是 " + min + " 至 " + max + " 的整数。",
                            "Parameter “" + name + "” must be a whole number from " + min + " to " + max + ".");
                })
                .orElse(byDefault);
    }

    /** A position in the log. */
    public Optional<Long> position(String name) {
        return single(name).map(value -> {
            try {
                long position = Long.parseLong(value);
                if (position >= 0) {
                    return position;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw new InvalidInput(
                    name,
                    "form",
                    "参数“" + name + "”须是不小于 0 的整数。",
                    "Parameter “" + name + "” must be a whole number of at least 0.");
        });
    }

    /** A date in Jieyang, as its first moment. */
    public Optional<Instant> startOfDate(String name) {
        return date(name).map(day -> day.atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    /** A date in Jieyang, as the first moment after it. */
    public Optional<Instant> endOfDate(String name) {
        return date(name)
                .map(day -> day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    /** A date. */
    public Optional<LocalDate> date(String name) {
        return single(name).map(value -> {
            try {
                if (value.length() == "yyyy-MM-dd".length()) {
                    return LocalDate.parse(value);
                }
            } catch (DateTimeException e) {
                // Told below.
            }
            throw new InvalidInput(
                    name,
                    "form",
                    "参数“" + name + "”须是 yyyy-MM-dd 形式的日期。",
                    "Parameter “" + name + "” must be a date of the form yyyy-MM-dd.");
        });
    }

    /** Everything that decides what the list contains and how it is ordered, in one text. */
    public String fingerprint() {
        Map<String, List<String>> relevant = new TreeMap<>(values);
        relevant.remove("cursor");
        relevant.remove("limit");
        relevant.remove("total");
        relevant.remove("facets");
        relevant.remove("fields");
        // A place in the order is a place at any time.
        relevant.remove(AsOf.PARAMETER);
        return relevant.toString();
    }

    static String abridged(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
