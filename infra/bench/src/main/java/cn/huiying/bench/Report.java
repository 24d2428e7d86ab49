package cn.huiying.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The one table: what was asked, what came out, and how that stands to the ceilings and to the peers of the same run. */
final class Report {

    /** Whose figure. */
    enum Who {
        OURS,
        TUNED,
        DEFAULTS
    }

    /** What one row is about. */
    record Row(String what, String unit, String target, String ceiling, boolean lowerIsBetter) {}

    private final Map<Row, Map<Who, List<Double>>> rows = new LinkedHashMap<>();
    private final Map<Row, List<Double>> shares = new LinkedHashMap<>();
    private final Map<String, List<Double>> ceilings = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    /** One round's figure. */
    void add(Row row, Who who, double value) {
        rows.computeIfAbsent(row, key -> new EnumMap<>(Who.class))
                .computeIfAbsent(who, key -> new ArrayList<>())
                .add(value);
        List<Double> ceiling = row.ceiling() == null ? null : ceilings.get(row.ceiling());
        if (who == Who.OURS && ceiling != null) {
            // Of the ceiling measured just before: a disk's rate swings within the hour.
            shares.computeIfAbsent(row, key -> new ArrayList<>()).add(value / ceiling.getLast());
        }
        System.err.printf(Locale.ROOT, "  %-9s %s: %s %s%n", who, row.what(), number(value), row.unit());
    }

    void ceiling(String name, double value) {
        ceilings.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        System.err.printf(Locale.ROOT, "  ceiling   %s: %s/s%n", name, number(value));
    }

    void note(String note) {
        notes.add(note);
        System.err.println("  " + note);
    }

    void print() {
        System.out.println("\n" + Machine.describe() + "; seed " + Settings.SEED + "\n");
        System.out.println("| ceiling | a second, median (range) |\n| --- | --- |");
        ceilings.forEach((name, values) -> System.out.println("| " + name + " | " + spread(values) + " |"));
        System.out.println("\n| what | wanted | ours, median (range) | share of ceiling | (a) tuned | (b) defaults"
                + " | ours against (a) |\n| --- | --- | --- | --- | --- | --- | --- |");
        rows.forEach((row, values) -> System.out.println("| " + row.what() + " | " + row.target() + " | "
                + spread(values.get(Who.OURS)) + " " + row.unit() + " | " + share(row) + " | "
                + spread(values.get(Who.TUNED)) + " | " + spread(values.get(Who.DEFAULTS)) + " | "
                + ratio(row, values) + " |"));
        System.out.println();
        notes.forEach(note -> System.out.println("- " + note));
    }

    private String share(Row row) {
        return shares.containsKey(row)
                ? String.format(Locale.ROOT, "%.2f of %s", median(shares.get(row)), row.ceiling())
                : "";
    }

    private static String ratio(Row row, Map<Who, List<Double>> values) {
        if (values.get(Who.OURS) == null || values.get(Who.TUNED) == null) {
            return "";
        }
        double ours = median(values.get(Who.OURS));
        double theirs = median(values.get(Who.TUNED));
        return String.format(Locale.ROOT, "× %.1f", row.lowerIsBetter() ? theirs / ours : ours / theirs);
    }

    private static String spread(List<Double> values) {
        if (values == null) {
            return "";
        }
        String middle = number(median(values));
        return values.size() == 1
                ? middle
                : middle + " (" + number(Collections.min(values)) + "–" + number(Collections.max(values)) + ")";
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** A count as the table shows it. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
