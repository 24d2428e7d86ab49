package cn.huiying.query.live;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes what waits for a subscriber, as fast as the client takes it and without ever waiting for it. */
final class SseConnection implements LiveLine.User {

    private final Subscriber subscriber;
    private final LiveFeed feed;

    /** Work that came while somebody writes is done by whoever writes. */
    private final AtomicInteger wakes = new AtomicInteger();

    /** Guarded by this, as is what follows; null before the line is open and after it is closed. */
    private LiveLine line;

    private boolean unflushed;

    SseConnection(Subscriber subscriber, LiveFeed feed) {
        this.subscriber = subscriber;
        this.feed = feed;
    }

    @Override
    public void opened(LiveLine opened) {
        synchronized (this) {
            line = opened;
        }
        subscriber.onWork(this::wake);
        // For what came before, which may be its end.
        wake();
    }

    private void wake() {
        if (wakes.getAndIncrement() == 0) {
            try {
                feed.senders().execute(this::write);
            } catch (RejectedExecutionException e) {
                // The node has stopped, and its connections with it.
            }
        }
    }

    private void write() {
        int seen = wakes.get();
        do {
            writeWhatCanBe();
            seen = wakes.addAndGet(-seen);
        } while (seen != 0);
    }

    private synchronized void writeWhatCanBe() {
        try {
            while (line != null) {
                if (subscriber.isEnded()) {
                    closed();
                    return;
                }
                // Asked before each step: where it says no, it calls ready later.
                if (!line.isReady()) {
                    return;
                }
                Notice notice = subscriber.poll();
                if (notice != null) {
                    line.write(notice.frame());
                    unflushed = true;
                    feed.written(subscriber, notice);
                } else if (unflushed) {
                    unflushed = false;
                    line.flush();
                } else if (subscriber.isBehind()) {
                    feed.attach(subscriber);
                } else {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            // The client has gone; whatever else it is, the client comes again.
            closed();
        }
    }

    @Override
    public void ready() {
        wake();
    }

    @Override
    public synchronized void closed() {
        feed.remove(subscriber);
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
