package cn.huiying.shared.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The years that ship with the platform: three lines a year, its notice, its days off, its make-up working days. */
final class ShippedYears {

    private ShippedYears() {}

    static List<CalendarYear> read() {
        try (InputStream in = ShippedYears.class.getResourceAsStream("working-days.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
            List<CalendarYear> years = new ArrayList<>();
            for (int i = 0; i < lines.size(); i += 3) {
                years.add(new CalendarYear(
                        Integer.parseInt(lines.get(i)[0]),
                        days(lines.get(i + 1)),
                        days(lines.get(i + 2)),
                        lines.get(i)[2]));
            }
            return years;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A day of the year before is written with its year. */
    private static SortedSet<LocalDate> days(String[] words) {
        return Arrays.stream(words)
                .skip(2)
                .map(word -> LocalDate.parse(word.length() == 5 ? words[0] + "-" + word : word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
