package cn.huiying.query.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes what waits for a subscriber, as fast as the client takes it and without ever waiting for it: nothing is written unless the
 * container says that it can be. A client that takes nothing for the container's connection timeout is cut off by it.
 */
final class SseConnection implements WriteListener, AsyncListener {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Subscriber subscriber;
    private final LiveFeed feed;

    /** Work that came while somebody writes is done by whoever writes. */
    private final AtomicInteger wakes = new AtomicInteger();

    /** Guarded by this: the container gives request and response to the next one as soon as this one is over. */
    private boolean over;

    private boolean unflushed;

    SseConnection(AsyncContext context, Subscriber subscriber, LiveFeed feed) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.subscriber = subscriber;
        this.feed = feed;
    }

    /** Begins to write; the container says when. */
    void open() {
        subscriber.onWork(this::wake);
        context.addListener(this);
        out.setWriteListener(this);
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
            while (!over) {
                if (subscriber.isEnded()) {
                    complete();
                    return;
                }
                // Asked before each step: where it says no, the container calls onWritePossible later.
                if (!out.isReady()) {
                    return;
                }
                Notice notice = subscriber.poll();
                if (notice != null) {
                    out.write(notice.frame());
                    unflushed = true;
                    feed.written(subscriber, notice);
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (subscriber.isBehind()) {
                    feed.attach(subscriber);
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has gone. The container knows: it calls onError, and completing is its own.
            over = true;
            feed.remove(subscriber);
        } catch (RuntimeException e) {
            // So it answers where it is in the middle of ending the request.
            complete();
        }
    }

    private synchronized void complete() {
        feed.remove(subscriber);
        if (!over) {
            over = true;
            try {
                context.complete();
            } catch (IllegalStateException e) {
                // The container was first.
            }
        }
    }

    @Override
    public void onWritePossible() {
        wake();
    }

    /** Waits for whoever writes: afterwards the response is another request's. */
    @Override
    public synchronized void onError(Throwable fault) {
        over = true;
        feed.remove(subscriber);
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
        feed.remove(subscriber);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
        try {
            // Else the container would answer with its error page.
            event.getAsyncContext().complete();
        } catch (IllegalStateException e) {
            // It was completed just before.
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it again.
    }
}
