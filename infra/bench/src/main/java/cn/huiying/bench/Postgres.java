package cn.huiying.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the bench's own from Debian's package: in a folder on the disk under test, on a free port, committing
 * synchronously (its default), with more memory and log than its defaults. Stopped and removed at the end.
 */
final class Postgres implements AutoCloseable {

    private final Path folder;
    private final Path programs;
    private final int port;
    private final Thread stopping = new Thread(this::stop);

    Postgres(Path work) throws IOException {
        programs = programs();
        folder = Files.createTempDirectory(work, "postgres");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        if (root()) {
            run("chown", "postgres", folder.toString());
        }
        asServer(program("initdb"), "-D", data(), "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        // Also where the bench is interrupted.
        Runtime.getRuntime().addShutdownHook(stopping);
        asServer(
                program("pg_ctl"),
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -k " + folder
                        + " -c synchronous_commit=on -c fsync=on -c shared_buffers=256MB -c max_wal_size=4GB"
                        + " -c max_connections=120",
                "start");
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        } catch (IOException | RuntimeException e) {
            throw new IOException("PostgreSQL is not installed; apt-get install postgresql", e);
        }
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    private static void asServer(String... command) throws IOException {
        List<String> words = new ArrayList<>(root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        words.addAll(Arrays.asList(command));
        run(words.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** An empty database of this name. */
    void create(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "bench", "");
                Statement sql = connection.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            sql.execute("CREATE DATABASE " + database);
        }
    }

    HikariDataSource pool(String database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername("bench");
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void stop() {
        try {
            asServer(program("pg_ctl"), "-D", data(), "-m", "fast", "-w", "stop");
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("PostgreSQL in " + folder + " was not stopped: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopping);
        stop();
    }
}
