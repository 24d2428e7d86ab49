package cn.huiying.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many clients of one live stream on two threads. Each checks that ids only grow, keeps what it heard as one number to compare, and
 * comes back with the last id whenever it is cut off, as a browser does.
 */
final class Listeners implements AutoCloseable {

    private static final int THREADS = 2;

    /** Connections that one thread opens at a time: no more than the server's queue of new ones takes. */
    private static final int OPENING = 50;

    private static final long COMES_BACK_AFTER = 200_000_000;

    private final int port;
    private final String path;
    private final List<Listener> all = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder disorder = new LongAdder();
    private final LongAdder resets = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder cuts = new LongAdder();
    private volatile Phase phase = new Phase(0, 0, 0);
    private volatile boolean closed;

    /** When each listener heard each of the next events, counted from one; zero where it has not yet. */
    private static final class Phase {

        private final int before;
        private final long[][] heardAt;

        Phase(int before, int events, int listeners) {
            this.before = before;
            heardAt = new long[events][listeners];
        }
    }

    Listeners(int port, String path, int count) throws IOException {
        this.port = port;
        this.path = path;
        for (int i = 0; i < THREADS; i++) {
            loops.add(new Loop());
        }
        for (int i = 0; i < count; i++) {
            Listener listener = new Listener(i);
            all.add(listener);
            loops.get(i % THREADS).waiting.add(listener);
        }
        loops.forEach(Thread::start);
    }

    int open() {
        return open.get();
    }

    /** Connections that ended although nobody here ended them. */
    long cuts() {
        return cuts.sum();
    }

    long disorder() {
        return disorder.sum();
    }

    long resets() {
        return resets.sum();
    }

    long refusals() {
        return refusals.sum();
    }

    /** The fewest events that a listener has heard. */
    int leastHeard() {
        return all.stream().mapToInt(listener -> listener.heard).min().orElse(0);
    }

    /** From now on it is noted when each of the next events is heard. Everybody has heard the same so far. */
    void note(int events) {
        phase = new Phase(leastHeard(), events, all.size());
    }

    /** @return for each event of the phase when each listener heard it */
    long[][] heardAt() {
        return phase.heardAt;
    }

    /** How many listeners heard anything else than these events, from where each began. */
    int unlike(List<Long> events) {
        int unlike = 0;
        for (Listener listener : all) {
            long digest = 0;
            for (long id : events) {
                if (id > listener.beganAt) {
                    digest = Listener.digest(digest, id);
                }
            }
            if (digest != listener.digest) {
                unlike++;
            }
        }
        return unlike;
    }

    /** How many events the listeners have not heard, of these. */
    long missed(List<Long> events) {
        return all.stream()
                .mapToLong(listener -> Math.max(
                        0, events.stream().filter(id -> id > listener.beganAt).count() - listener.heard))
                .sum();
    }

    @Override
    public void close() {
        closed = true;
        try {
            for (Loop loop : loops) {
                loop.selector.wakeup();
                loop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Loop extends Thread {

        private final Selector selector = Selector.open();
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
        private final ArrayDeque<Listener> waiting = new ArrayDeque<>();
        private int opening;

        Loop() throws IOException {
            super("listeners");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (!closed) {
                    connectSome();
                    selector.select(this::serve, 20);
                }
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
                selector.close();
            } catch (IOException e) {
                throw new IllegalStateException("The listeners stopped: " + e.getMessage(), e);
            }
        }

        private void connectSome() throws IOException {
            long now = System.nanoTime();
            for (Iterator<Listener> each = waiting.iterator(); each.hasNext() && opening < OPENING; ) {
                Listener listener = each.next();
                if (now - listener.notBefore < 0) {
                    // Those behind it came later.
                    return;
                }
                each.remove();
                opening++;
                listener.begin();
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(selector, SelectionKey.OP_CONNECT, listener);
                channel.connect(new InetSocketAddress("127.0.0.1", port));
            }
        }

        private void serve(SelectionKey key) {
            Listener listener = (Listener) key.attachment();
            SocketChannel channel = (SocketChannel) key.channel();
            try {
                if (key.isConnectable()) {
                    channel.finishConnect();
                    channel.write(ByteBuffer.wrap(listener.request(path)));
                    key.interestOps(SelectionKey.OP_READ);
                    return;
                }
                for (int read = channel.read(buffer.clear()); read != 0; read = channel.read(buffer.clear())) {
                    if (read < 0) {
                        throw new IOException("ended");
                    }
                    boolean before = listener.isOpen;
                    listener.take(buffer.flip(), System.nanoTime());
                    if (listener.isOpen && !before) {
                        opening--;
                        open.incrementAndGet();
                    }
                }
            } catch (IOException e) {
                over(key, listener);
            }
        }

        private void over(SelectionKey key, Listener listener) {
            key.cancel();
            try {
                key.channel().close();
            } catch (IOException e) {
                // It is closed all the same.
            }
            if (listener.isOpen) {
                listener.isOpen = false;
                open.decrementAndGet();
                cuts.increment();
            } else {
                opening--;
            }
            listener.notBefore = System.nanoTime() + COMES_BACK_AFTER;
            waiting.add(listener);
        }
    }

    /** One client. Only its thread writes to it. */
    private final class Listener {

        private static final int WHOLE = -4;
        private static final int HEAD = -3;
        private static final int SIZE = -2;
        private static final int END_OF_CHUNK = -1;

        private final int number;
        private long notBefore = System.nanoTime();

        /** What it has taken in; -1 before it was told where it begins. */
        private long lastId = -1;

        private long beganAt = -1;
        private long lastEvent;
        private volatile int heard;
        private volatile long digest;
        private boolean isOpen;

        /** Of HTTP: what comes next, or how many bytes of the chunk are left. */
        private int expected;

        private int chunk;
        private boolean chunked;
        private final StringBuilder line = new StringBuilder(40);

        /** Of the event that is coming in. */
        private long id;

        private boolean hasData;
        private boolean isReset;

        Listener(int number) {
            this.number = number;
        }

        void begin() {
            expected = HEAD;
            chunk = 0;
            chunked = false;
            line.setLength(0);
            nextEvent();
        }

        private void nextEvent() {
            id = -1;
            hasData = false;
            isReset = false;
        }

        byte[] request(String path) {
            String resume = lastId < 0 ? "" : "Last-Event-ID: " + lastId + "\r\n";
            return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + resume + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        /** The head, then lines, in chunks or up to the connection's end. */
        void take(ByteBuffer bytes, long now) throws IOException {
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (expected == WHOLE) {
                    ofTheStream(b, now);
                } else if (expected > 0) {
                    expected = --expected == 0 ? END_OF_CHUNK : expected;
                    ofTheStream(b, now);
                } else if (expected == END_OF_CHUNK) {
                    expected = b == '\n' ? SIZE : END_OF_CHUNK;
                } else if (expected == SIZE) {
                    if (b == '\n') {
                        if (chunk == 0) {
                            throw new IOException("ended");
                        }
                        expected = chunk;
                        chunk = 0;
                    } else if (b != '\r') {
                        chunk = chunk * 16 + Character.digit(b, 16);
                    }
                } else if (b == '\n') {
                    if (line.isEmpty()) {
                        expected = chunked ? SIZE : WHOLE;
                    } else if (line.indexOf("Transfer-Encoding: chunked") == 0) {
                        chunked = true;
                    } else if (line.charAt(0) == 'H' && line.indexOf(" 200") < 0) {
                        refusals.increment();
                        throw new IOException("refused: " + line);
                    }
                    line.setLength(0);
                } else if (b != '\r') {
                    line.append((char) b);
                }
            }
        }

        private void ofTheStream(byte b, long now) {
            if (b != '\n') {
                // Longer lines are data, which only has to be there.
                if (line.length() < 32) {
                    line.append((char) b);
                }
                return;
            }
            if (line.isEmpty()) {
                end(now);
            } else if (line.indexOf("id: ") == 0) {
                id = Long.parseLong(line, 4, line.length(), 10);
            } else if (line.indexOf("data: ") == 0) {
                hasData = true;
            } else if (line.indexOf("event: reset") == 0) {
                isReset = true;
            }
            line.setLength(0);
        }

        /** A blank line: the event counts from here on. */
        private void end(long now) {
            isOpen = true;
            if (id >= 0) {
                beganAt = beganAt < 0 ? id : beganAt;
                if (isReset) {
                    resets.increment();
                } else if (hasData) {
                    hear(now);
                }
                lastId = id;
            }
            nextEvent();
        }

        private void hear(long now) {
            if (id <= lastEvent) {
                disorder.increment();
            }
            lastEvent = id;
            digest = digest(digest, id);
            Phase noted = phase;
            int which = heard - noted.before;
            if (which >= 0 && which < noted.heardAt.length) {
                noted.heardAt[which][number] = now;
            }
            heard++;
        }

        static long digest(long before, long id) {
            return before * 1_000_003 + id;
        }
    }
}
