package cn.huiying.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The program as an operator runs it: a process of its own, its exit status and what it prints. */
class ProgramTest {

    private static final Path SAMPLE = Path.of("../../../shared/data/messages-sample.ndjson")
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    private record Run(int status, String output) {}

    private Run run(String... words) throws IOException, InterruptedException {
        return run(folder.resolve("data"), words);
    }

    private Run run(Path data, String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(Program.command(data, words))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("history.ndjson"), content, StandardCharsets.UTF_8);
    }

    private static String line(String ref, String changes) {
        String line =
                "{\"ref\":\"" + ref + "\",\"submittedOn\":\"2023-03-06\",\"title\":\"路灯不亮\",\"content\":\"村口路灯坏了。\","
                        + "\"type\":\"求助\",\"domain\":\"城建\",\"level\":\"city\",\"district\":null,\"status\":\"已办理\","
                        + "\"scoreManner\":5,\"scoreSpeed\":5}";
        for (String change : changes.split(";")) {
            String[] parts = change.split("=", 2);
            line = parts.length == 2 ? line.replace(parts[0], parts[1]) : line;
        }
        return line;
    }

    @Test
    void an_unknown_command_is_answered_with_the_usage() throws Exception {
        Run run = run("explode");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).startsWith("Usage:");
    }

    @Test
    void what_is_no_file_of_messages_is_refused_in_one_sentence() throws Exception {
        assertThat(run("import", folder.resolve("none").toString()))
                .isEqualTo(new Run(1, "There is no file " + folder.resolve("none") + " that can be read.\n"));
        assertThat(run("import", folder.toString()))
                .isEqualTo(new Run(1, folder + " is a folder; name a file with one JSON object a line.\n"));
        Path empty = file("");
        assertThat(run("import", empty.toString()))
                .isEqualTo(new Run(1, empty + " is empty; there is nothing to import.\n"));
    }

    @Test
    void bad_lines_are_reported_by_number_and_the_others_come_in_once() throws Exception {
        Path history = folder.resolve("history.ndjson");
        List<String> lines = List.of(
                line("R1", ""),
                "{\"ref\":",
                line("R3", "\"求助\"=\"祈祷\""),
                line("R4", "2023-03-06=2999-01-01"),
                line("R5", "\"村口路灯坏了。\"=\"" + "长".repeat(1001) + "\""),
                line("R6", "\"title\"=\"heading\""),
                line("R7", "\"路灯不亮\"=\"\""),
                line("R1", ""),
                line("R9", "\"scoreManner\":5=\"scoreManner\":9"),
                line("R10", "已办理=待回复"),
                line("R11", "城建=天文"));
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] latin = (line("R12", "").replace("村口", "Stra\u00dfe") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(text, text.length + latin.length);
        System.arraycopy(latin, 0, all, text.length, latin.length);
        Files.write(history, all);

        Run first = run("import", history.toString());
        assertThat(first.status()).isEqualTo(1);
        assertThat(first.output())
                .contains(
                        "line 2: the line is not well-formed JSON",
                        "line 3: unknown type “祈祷”",
                        "line 4: it was submitted in the future",
                        "line 5: field /body: “body” must have 1 to 1000 characters; it has 1001.",
                        "line 6: unknown field “heading”",
                        "line 7: field “title” is missing or empty",
                        "line 8: “R1” stands in line 1 already",
                        "line 9: “scoreManner” must be a score from 1 to 5",
                        "line 11: field /domain: The value must be one of",
                        "line 12: the line is not encoded in UTF-8",
                        "12 lines: 2 imported, 0 were here already, 10 bad;")
                .doesNotContain("line 1:", "line 10:");
        long events = events();

        Run second = run("import", history.toString());
        assertThat(second.output()).contains("12 lines: 0 imported, 2 were here already, 10 bad;");
        assertThat(events()).as("the import again changes nothing").isEqualTo(events);

        Run verified = run("verify");
        assertThat(verified).isEqualTo(new Run(0, verified.output()));
        assertThat(verified.output()).contains("The log is sound: " + events + " events, without a gap.");
        Path copy = folder.resolve("copy.sqlite");
        assertThat(run("backup", copy.toString()).status()).isZero();
        assertThat(Files.size(copy)).isPositive();
        assertThat(run("backup", copy.toString()).status())
                .as("nothing is overwritten")
                .isEqualTo(1);
        assertThat(accesses())
                .as("each is on record")
                .isEqualTo("BACKUP backup console-" + System.getProperty("user.name") + " 2");
    }

    @Test
    void an_import_that_was_killed_is_completed_by_the_next_and_nothing_is_doubled() throws Exception {
        int lines = 500;
        Path history = file(IntStream.rangeClosed(1, lines)
                .mapToObj(number -> line("R" + number, "") + "\n")
                .collect(Collectors.joining()));
        Process killed = new ProcessBuilder(Program.command(folder.resolve("data"), "import", history.toString()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = killed.inputReader(StandardCharsets.UTF_8)) {
            // The first line of progress comes in the middle; the last one says “500 of 500”.
            assertThat(output.lines()
                            .filter(said -> said.matches("\\d+ of " + lines + ",.*"))
                            .findFirst())
                    .isPresent()
                    .get(InstanceOfAssertFactories.STRING)
                    .doesNotStartWith(lines + " of");
            killed.destroyForcibly();
        }
        assertThat(killed.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);

        Run completed = run("import", history.toString());
        assertThat(completed.output())
                .as("some came in before the kill, some did not")
                .containsPattern(lines + " lines: [1-9]\\d* imported, [1-9]\\d* were here already, 0 bad;");
        assertThat(completed.status()).isZero();
        Map<String, Long> petitionEvents = petitionEvents(folder.resolve("data"));
        assertThat(petitionEvents).containsEntry("PetitionSubmitted", (long) lines);
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(run(undisturbed, "import", history.toString()).status()).isZero();
        assertThat(petitionEvents).isEqualTo(petitionEvents(undisturbed));

        long events = events();
        assertThat(run("import", history.toString()).output())
                .contains(lines + " lines: 0 imported, " + lines + " were here already, 0 bad;");
        assertThat(events()).isEqualTo(events);
        assertThat(run("verify").status()).isZero();
    }

    /** How many events of each type the petitions have. */
    private static Map<String, Long> petitionEvents(Path data) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection log = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.sqlite"));
                ResultSet rows = log.createStatement()
                        .executeQuery("SELECT type, count(*) FROM events WHERE stream_type = 'Petition' GROUP BY 1")) {
            while (rows.next()) {
                String type = rows.getString(1);
                counts.put(type.substring(type.lastIndexOf('.') + 1), rows.getLong(2));
            }
        }
        return counts;
    }

    @Test
    void another_directory_replaces_the_present_one_and_a_bad_one_changes_nothing() throws Exception {
        Path directory = folder.resolve("directory.ndjson");
        String city = "{'code':'445200-000','name':'市政府','level':'CITY','district':'445200','parent':null,"
                + "'kind':'GOVERNMENT','duties':[]}\n";
        String bureau = "{'code':'445200-001','name':'信访局','level':'CITY','district':'445200',"
                + "'parent':'445200-000','kind':'DEPARTMENT','duties':['信访']}\n";
        Files.writeString(directory, (city + bureau).replace('\'', '"'));
        assertThat(run("directory", directory.toString()).output())
                .contains("The directory has 2 agencies now; 0 that are not in the file are suspended.");
        long events = events();
        assertThat(run("directory", directory.toString()).status()).isZero();
        assertThat(events()).as("the same directory again changes nothing").isEqualTo(events);

        Files.writeString(directory, (city + bureau.replace("445200-000", "445200-009")).replace('\'', '"'));
        Run bad = run("directory", directory.toString());
        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.output()).contains("agency 445200-001: its superior 445200-009 is missing or below itself.");
        assertThat(events()).isEqualTo(events);

        Files.writeString(directory, city.replace('\'', '"'));
        assertThat(run("directory", directory.toString()).output())
                .contains("1 that are not in the file are suspended.");
        assertThat(events()).isEqualTo(events + 1);
    }

    private String accesses() throws SQLException {
        try (Connection log =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/access/events.sqlite"));
                ResultSet row = log.createStatement()
                        .executeQuery(
                                """
                                SELECT payload ->> 'act', payload ->> 'door', metadata ->> 'actor', count(*)
                                FROM events GROUP BY 1, 2, 3
                                """)) {
            return row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getLong(4);
        }
    }

    private long events() throws SQLException {
        try (Connection log = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/events.sqlite"));
                ResultSet count = log.createStatement().executeQuery("SELECT count(*) FROM events")) {
            return count.getLong(1);
        }
    }

    @Test
    void a_data_folder_that_can_not_be_used_is_refused_in_one_sentence() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path log = data.resolve("events.sqlite");
        Files.writeString(log, "this is no log");
        Run garbage = run("verify");
        assertThat(garbage.status()).isEqualTo(1);
        assertThat(garbage.output()).contains(log.toString()).doesNotContain("Exception", "\tat ");
        assertThat(Files.readString(log)).isEqualTo("this is no log");

        Files.delete(log);
        assertThat(run("verify").status()).isZero();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + log)) {
            other.createStatement().execute("PRAGMA user_version = 99");
        }
        Run newer = run("verify");
        assertThat(newer.status()).isEqualTo(1);
        assertThat(newer.output()).contains("newer").doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_busy_port_and_a_second_process_are_refused_in_one_sentence() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = run("run", "--server.port=" + busy.getLocalPort());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.output())
                    .contains("Port " + busy.getLocalPort() + " is in use by another program")
                    .doesNotContain("\tat ");
        }
        try (AutoCloseable first = cn.huiying.eventstore.SqliteEventStorageEngine.builder()
                .file(folder.resolve("data/events.sqlite"))
                .meterRegistry(new io.micrometer.core.instrument.simple.SimpleMeterRegistry())
                .eventSerializer(cn.huiying.shared.serialization.EventSerialization.serializer())
                .snapshotSerializer(cn.huiying.shared.serialization.EventSerialization.serializer())
                .build()) {
            assertThat(first).isNotNull();
            Run second = run("verify");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.output()).contains("events.sqlite").doesNotContain("Exception", "\tat ");
        }
    }

    static boolean theSampleLiesBesideTheProject() {
        return Files.isReadable(SAMPLE);
    }

    @Test
    @EnabledIf(
            value = "theSampleLiesBesideTheProject",
            disabledReason = "the sample of real messages does not lie beside the project")
    void the_sample_of_real_messages_comes_in_whole_and_twice_is_as_once() throws Exception {
        Run first = run("import", SAMPLE.toString());
        assertThat(first.output()).contains("560 lines: 560 imported, 0 were here already, 0 bad;");
        assertThat(first.status()).isZero();
        long events = events();
        Run second = run("import", SAMPLE.toString());
        assertThat(second.output()).contains("560 lines: 0 imported, 560 were here already, 0 bad;");
        assertThat(events()).isEqualTo(events);
    }
}
