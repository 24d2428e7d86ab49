package cn.huiying.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** One command, one table: {@code run.sh [SECTION …] [--quick] [--ours] [--rounds=N] [--replayed=N] [--work=FOLDER]}; see README.md. */
public final class Bench {

    private static final List<String> SECTIONS = List.of(
            "commands",
            "http",
            "replay",
            "visible",
            "start",
            "import",
            "due",
            "listing",
            "statistics",
            "live",
            "board",
            "audit",
            "asof",
            "rebuild");

    private Bench() {}

    private static String option(String[] arguments, String name, String byDefault) {
        String prefix = "--" + name + "=";
        return Arrays.stream(arguments)
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst()
                .orElse(byDefault);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> sections =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
        for (String section : sections) {
            if (!SECTIONS.contains(section)) {
                System.err.println("There is no section “" + section + "”; there are " + SECTIONS + ".");
                System.exit(2);
            }
        }
        boolean quick = Arrays.asList(arguments).contains("--quick");
        Path work = Path.of(option(arguments, "work", "/var/tmp/huiying-bench")).toAbsolutePath();
        Files.createDirectories(work);
        Machine.requireDisk(work);
        Settings settings = Settings.of(
                quick,
                Integer.parseInt(option(arguments, "rounds", "0")),
                Integer.parseInt(option(arguments, "replayed", "0")),
                work);
        Report report = new Report();
        // The platform sets its own; what runs without it, the peers' drivers above all, says only what is wrong.
        LoggingSystem.get(Bench.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        List<String> wanted = sections.isEmpty() ? SECTIONS : sections;
        // Without the peers: for finding out where our own time goes.
        boolean peers = !Arrays.asList(arguments).contains("--ours");
        long start = System.nanoTime();
        boolean stores = peers && (wanted.contains("commands") || wanted.contains("replay"));
        try (Postgres postgres = stores ? new Postgres(work) : null) {
            for (String section : wanted) {
                System.err.println(section);
                switch (section) {
                    case "commands" -> new Commands(settings, report, postgres).run();
                    case "http" -> new Http(settings, report).run();
                    case "replay" -> new Replay(settings, report, postgres).run();
                    case "visible" -> new Visible(settings, report).run();
                    case "listing" -> new Listing(settings, report, peers).run();
                    case "statistics" -> new Figures(settings, report).run();
                    case "live" -> new Live(settings, report).run();
                    case "rebuild" -> new Rebuilds(settings, report).run();
                    case "board" -> new OpenBoards(settings, report).run();
                    case "audit" -> new Audited(settings, report).run();
                    case "asof" -> new Past(settings, report).run();
                    case "due" -> new Due(settings, report).run();
                    case "start" -> new Starting(settings, report).start();
                    default -> new Starting(settings, report).importSample();
                }
            }
        } catch (Throwable e) {
            // Printed here: Spring Boot's handler keeps back what it thinks has been logged.
            report.print();
            e.printStackTrace();
            System.exit(1);
        }
        report.print();
        System.out.printf(Locale.ROOT, "%nIt took %.0f s.%n", (System.nanoTime() - start) / 1e9);
        System.exit(0);
    }
}
