package cn.huiying.app.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of Server-Sent Events on a bare socket, byte by byte, so that it can be cut anywhere. For one thread. */
final class EventStream implements AutoCloseable {

    /** One event; what is not closed by an empty line is none. */
    record Event(long id, String kind, String text) {

        JsonNode data() {
            return JsonMapper.builder().build().readTree(text);
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Map<String, String> fields = new HashMap<>();
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private final Map<String, String> headers = new HashMap<>();
    private String status;
    private long lastId = -1;
    private int heartbeats;

    private EventStream(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 512);
    }

    static EventStream open(int port, String path, List<String> headers) {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress("localhost", port), 5_000);
            EventStream stream = new EventStream(socket);
            StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
            for (int i = 0; i < headers.size(); i += 2) {
                request.append(headers.get(i) + ": " + headers.get(i + 1) + "\r\n");
            }
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(10_000);
            stream.status = stream.headLine();
            for (String header = stream.headLine(); !header.isEmpty(); header = stream.headLine()) {
                String[] parts = header.split(": ", 2);
                stream.headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            if (!stream.status.contains(" 200")) {
                throw new IllegalStateException(stream.status);
            }
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** What it would resume from; -1 before it was told a position. */
    long lastId() {
        return lastId;
    }

    int heartbeats() {
        return heartbeats;
    }

    /** The next event; empty where none comes in time. */
    Optional<Event> next(int millis) {
        try {
            long end = System.nanoTime() + millis * 1_000_000L;
            while (events.isEmpty()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return Optional.empty();
                }
                socket.setSoTimeout((int) left);
                read();
            }
            return Optional.of(events.poll());
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Event next() {
        return next(10_000).orElseThrow(() -> new AssertionError("no event came"));
    }

    /** The kinds of the next so many events. */
    List<String> kinds(int count) {
        List<String> kinds = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            kinds.add(next().kind());
        }
        return kinds;
    }

    /** Reads at most so many bytes, or until nothing comes for a while, and takes the whole events in them. */
    List<Event> take(int bytes, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            for (int n = 0; n < bytes; n++) {
                read();
            }
        } catch (SocketTimeoutException | EOFException e) {
            // As much as there was.
        }
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Whether the server ends the stream in time. */
    boolean ends(int millis) {
        try {
            socket.setSoTimeout(millis);
            long end = System.nanoTime() + millis * 1_000_000L;
            while (System.nanoTime() < end) {
                read();
            }
            return false;
        } catch (EOFException e) {
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private int octet() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private String headLine() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = octet(); next != '\n'; next = octet()) {
            if (next != '\r') {
                text.write(next);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** One byte of the stream, which goes on to the connection's end. */
    private void read() throws IOException {
        int next = octet();
        if (next != '\n') {
            line.write(next);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            dispatch();
        } else if (text.startsWith(":")) {
            heartbeats++;
        } else {
            String[] parts = text.split(": ", 2);
            fields.put(parts[0], parts[1]);
        }
    }

    private void dispatch() {
        if (fields.containsKey("id")) {
            lastId = Long.parseLong(fields.get("id"));
        }
        if (fields.containsKey("data")) {
            events.add(new Event(lastId, fields.get("event"), fields.get("data")));
        }
        fields.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
