package cn.huiying.query.board;

import cn.huiying.query.board.SupervisionBoard.Kept;
import cn.huiying.query.common.OwnTokens;
import cn.huiying.query.common.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * This node's board: in memory, and in a file of the node's own with its position, from which the next start goes on. Safe for many
 * threads.
 */
public final class CurrentBoard implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CurrentBoard.class);

    /** How many events a start folds again at most; that takes less than half a second. */
    private static final long KEEP_EVERY = 20_000;

    private final long keepEvery;
    private final BoardFile file;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Tokens tokens = new Tokens();
    /** Alone writes the file. */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("board-keeper").factory());

    /** Guards what follows. */
    private final ReentrantLock lock = new ReentrantLock();

    private SupervisionBoard board;

    private String parked;

    private long keptAt;

    CurrentBoard(Path path, ObjectMapper json, InstantSource clock) {
        this(new BoardFile(path), KEEP_EVERY, new BoardFile(path).read().orElse(Kept.NOTHING), json, clock);
    }

    private CurrentBoard(BoardFile file, long keepEvery, Kept kept, ObjectMapper json, InstantSource clock) {
        this.file = file;
        this.keepEvery = keepEvery;
        this.json = json;
        this.clock = clock;
        board = new SupervisionBoard(kept);
        parked = kept.parked();
        keptAt = board.position();
        if (keptAt > 0) {
            tokens.continueAtBoard(keptAt);
        }
    }

    private final class Tokens extends OwnTokens {

        void continueAtBoard(long position) {
            continueAt(position);
        }

        @Override
        protected void keep(long reached) {
            passed(reached);
        }
    }

    /** The position of the board's processor. */
    public TokenStore tokens() {
        return tokens;
    }

    void apply(Recorded<?> recorded) {
        lock.lock();
        try {
            board.evolve(recorded);
        } finally {
            lock.unlock();
        }
    }

    /** What was held back while others were folded in: whoever follows the board is told all of it. */
    void applyLate(Recorded<?> recorded) {
        lock.lock();
        try {
            SupervisionBoard mended = new SupervisionBoard(board.kept(parked));
            mended.evolveLate(recorded);
            board = mended;
        } finally {
            lock.unlock();
        }
    }

    private void passed(long position) {
        lock.lock();
        try {
            board.passed(position);
            if (board.position() - keptAt >= keepEvery) {
                Kept kept = board.kept(parked);
                keptAt = kept.position();
                keeper.execute(() -> keep(kept));
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep(Kept kept) {
        try {
            write(kept);
        } catch (RuntimeException e) {
            log.warn("The board could not be kept; the next start folds more of the log again", e);
        }
    }

    private void write(Kept kept) {
        try {
            file.write(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty one that nobody is shown before it {@linkplain #takeOver takes over}. */
    CurrentBoard beside() {
        return new CurrentBoard(file, Long.MAX_VALUE, Kept.NOTHING, json, clock);
    }

    /** Another one is shown from now on, and kept first; it stands where this one does. */
    void takeOver(CurrentBoard beside) {
        Kept kept = beside.kept();
        try {
            // By the keeper, too: after whatever it still has to keep of the former one.
            CompletableFuture.runAsync(() -> write(kept), keeper).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The board can't be kept", e.getCause());
        }
        lock.lock();
        try {
            board = new SupervisionBoard(kept);
            parked = kept.parked();
            keptAt = kept.position();
            tokens.continueAtBoard(keptAt);
        } finally {
            lock.unlock();
        }
    }

    Kept kept() {
        return read(shown -> shown.kept(parked));
    }

    String parked() {
        return read(shown -> parked);
    }

    void park(String letters) {
        lock.lock();
        try {
            parked = letters;
        } finally {
            lock.unlock();
        }
    }

    /** How far it has come. */
    public long position() {
        return read(SupervisionBoard::position);
    }

    /** @param reading gives away nothing that changes */
    <T> T read(Function<SupervisionBoard, T> reading) {
        lock.lock();
        try {
            return reading.apply(board);
        } finally {
            lock.unlock();
        }
    }

    /** A view of it, to be told of changes. */
    public BoardFollowing follow(BoardView view) {
        return new BoardFollowing(this, view, json, clock);
    }

    /** Once nothing is folded any more. */
    @Override
    public void close() {
        Kept kept = kept();
        if (kept.position() > keptAt) {
            keeper.execute(() -> keep(kept));
        }
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("The board is still being written after 10 s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
