package cn.huiying.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A plain HTTP/1.1 loader: one thread and one kept-open socket a connection, one request at a time on each. */
final class HttpLoad {

    /** How many the HTTP sections use. */
    static final int CONNECTIONS = 64;

    /**
     * @param token     null where nobody in particular asks
     * @param condition a whole header such as {@code If-Match: *}; null for none
     */
    record Request(String method, String path, String token, String condition, String body) {

        static Request get(String path) {
            return new Request("GET", path, null, null, null);
        }
    }

    /** @param head its lines, without the first */
    record Answer(int status, List<String> head, byte[] content) {

        String body() {
            return new String(content, StandardCharsets.UTF_8);
        }

        /** @return null where there is no such header */
        String header(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        /** The same bytes at once, as a server sends them that knows how many there are. */
        Answer inOnePiece() {
            List<String> lines = new ArrayList<>(head);
            lines.removeIf(line -> line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)
                    || line.regionMatches(true, 0, "Content-Length:", 0, 15));
            if (status != 304) {
                lines.add("Content-Length: " + content.length);
            }
            return new Answer(status, lines, content);
        }

        @Override
        public String toString() {
            return status + " " + body();
        }
    }

    /** What a connection does next; told the answer to the last. */
    interface Script {

        Request next(int connection);

        default void answered(int connection, Answer answer) {}
    }

    /** @param cpuSeconds what this process used meanwhile: on few cores the loader costs too */
    record Result(double seconds, long[] nanos, long refused, double cpuSeconds) {

        double rate() {
            return nanos.length / seconds;
        }
    }

    private HttpLoad() {}

    static Result run(int port, int connections, Duration time, Script script) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        double cpu = Machine.cpuSeconds();
        long[] refused = new long[connections];
        List<Callable<long[]>> work = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int connection = i;
            work.add(() -> {
                long[] nanos = new long[1 << 12];
                int count = 0;
                try (Client client = new Client(port)) {
                    while (System.nanoTime() < end) {
                        Request request = script.next(connection);
                        long before = System.nanoTime();
                        Answer answer = client.send(request);
                        if (count == nanos.length) {
                            nanos = Arrays.copyOf(nanos, 2 * count);
                        }
                        nanos[count++] = System.nanoTime() - before;
                        if (answer.status() >= 400) {
                            refused[connection]++;
                        }
                        script.answered(connection, answer);
                    }
                }
                return Arrays.copyOf(nanos, count);
            });
        }
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("http-", 0).factory())) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(work)) {
                all.add(done.get());
            }
            return new Result(
                    (System.nanoTime() - start) / 1e9,
                    all.stream().flatMapToLong(Arrays::stream).sorted().toArray(),
                    Arrays.stream(refused).sum(),
                    Machine.cpuSeconds() - cpu);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The loader failed: " + e.getMessage(), e);
        }
    }

    /** One connection. */
    static final class Client implements AutoCloseable {

        private final int port;
        private Socket socket;
        private Reader reader;

        Client(int port) throws IOException {
            this.port = port;
            connect();
        }

        private void connect() throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            reader = new Reader(socket.getInputStream());
        }

        Answer send(Request request) throws IOException {
            byte[] body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
            boolean form = request.path().startsWith("/oauth2/");
            String head = request.method() + " " + request.path() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (request.token() == null
                            ? ""
                            : "Authorization: " + (form ? "Basic " : "Bearer ") + request.token() + "\r\n")
                    + (request.condition() == null ? "" : request.condition() + "\r\n")
                    + (request.body() == null
                            ? ""
                            : "Content-Type: "
                                    + (form ? "application/x-www-form-urlencoded" : "application/json")
                                    + "\r\nContent-Length: " + body.length + "\r\n")
                    + "\r\n";
            byte[] start = head.getBytes(StandardCharsets.US_ASCII);
            byte[] whole = Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, whole, start.length, body.length);
            socket.getOutputStream().write(whole);
            Answer answer = reader.message();
            if (answer == null) {
                throw new IOException("The server closed the connection");
            }
            if (reader.closing) {
                // Tomcat ends a connection after a hundred requests.
                socket.close();
                connect();
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Reads messages of a known length or in chunks. */
    static final class Reader {

        private final InputStream in;
        private boolean closing;

        Reader(InputStream in) {
            this.in = new BufferedInputStream(in, 16_384);
        }

        /** @return null at the end */
        Answer message() throws IOException {
            String first = line();
            if (first == null) {
                return null;
            }
            int length = 0;
            boolean chunked = false;
            List<String> head = new ArrayList<>();
            for (String header = line(); header != null && !header.isEmpty(); header = line()) {
                head.add(header);
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                    chunked = header.contains("chunked");
                } else if (header.regionMatches(true, 0, "Connection: close", 0, 17)) {
                    closing = true;
                }
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(32, length));
            if (chunked) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    body.write(in.readNBytes(size));
                    line();
                }
                line();
            } else {
                body.write(in.readNBytes(length));
            }
            int status = first.startsWith("HTTP/1.1 ") ? Integer.parseInt(first.substring(9, 12)) : 0;
            return new Answer(status, head, body.toByteArray());
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.toString();
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.isEmpty() ? null : line.toString();
        }
    }
}
