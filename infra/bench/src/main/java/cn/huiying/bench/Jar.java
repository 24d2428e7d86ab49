package cn.huiying.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's jar as a process of its own, started as an operator starts it. */
final class Jar implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path log;
    private final int port;
    private String lastHealth = "none";

    private Jar(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("bench.java", "java"),
                "-Xmx" + System.getProperty("bench.app.heap", "384m"),
                "--enable-native-access=ALL-UNNAMED"));
        String extra = System.getProperty("bench.app.options", "");
        command.addAll(
                Arrays.stream(extra.split(" ")).filter(word -> !word.isEmpty()).toList());
        command.addAll(List.of("-jar", path().toString()));
        command.addAll(Arrays.asList(words));
        return command;
    }

    static Path path() {
        return Path.of(System.getProperty("bench.app.jar", "infra/app/target/huiying.jar"));
    }

    /** Starts the platform on a data folder; does not wait. */
    static Jar start(Path data) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = data.resolve("process.log");
        Process process = new ProcessBuilder(command(
                        "--huiying.data=" + data,
                        "--server.port=" + port,
                        "--huiying.demo=false",
                        // What is measured is how fast it could answer.
                        "--huiying.web.account.requests=1000000000",
                        "--huiying.web.address.requests=1000000000"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Jar(process, log, port);
    }

    /** Runs one of the jar's commands to its end and gives back what it printed. */
    static String run(String... words) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(words)).redirectErrorStream(true).start();
        String printed;
        try (InputStream out = process.getInputStream()) {
            printed = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        process.waitFor();
        return printed;
    }

    int port() {
        return port;
    }

    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /** Until health is up and every projection has reached the log's head. */
    void awaitReady(HttpClient client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!ready(client)) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.MINUTES.toNanos(2)) {
                throw new IOException("The platform did not get ready; see " + log + "; its health: " + lastHealth);
            }
            Thread.sleep(10);
        }
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            lastHealth = answer.body();
            JsonNode health = JSON.readTree(answer.body());
            if (answer.statusCode() != 200
                    || !health.path("status").asString("").equals("UP")) {
                return false;
            }
            JsonNode positions =
                    health.path("components").path("projectionsHealth").path("details");
            long head = positions.path("log").asLong(-1);
            return head >= 0 && positions.values().stream().allMatch(position -> position.asLong() >= head);
        } catch (IOException e) {
            return false;
        }
    }

    /** Resident memory in megabytes, now or at its highest. */
    double residentMb(boolean highest) {
        String value = Machine.after("/proc/" + process.pid() + "/status", highest ? "VmHWM" : "VmRSS");
        return Long.parseLong(value.split(" ")[0]) / 1024.0;
    }

    double cpuSeconds() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
