package cn.huiying.query.board;

import cn.huiying.query.board.SupervisionBoard.Kept;
import cn.huiying.query.common.OwnTokens;
import cn.huiying.query.common.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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

    private final BoardFile file;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Tokens tokens = new Tokens();
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("board-keeper").factory());

    /** Guards what follows. */
    private final ReentrantLock lock = new ReentrantLock();

    private SupervisionBoard board;

    /** While it is folded anew: shown once it has come as far as the one that is shown. Null else. */
    private SupervisionBoard anew;

    private long keptAt;

    CurrentBoard(Path path, ObjectMapper json, InstantSource clock) {
        this.file = new BoardFile(path);
        this.json = json;
        this.clock = clock;
        board = file.read().map(SupervisionBoard::new).orElseGet(SupervisionBoard::new);
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

    void apply(List<? extends Recorded<?>> batch) {
        lock.lock();
        try {
            batch.forEach(anew == null ? board::evolve : anew::evolve);
            swap();
        } finally {
            lock.unlock();
        }
    }

    private void passed(long position) {
        lock.lock();
        try {
            (anew == null ? board : anew).passed(position);
            swap();
            if (anew == null && board.position() - keptAt >= KEEP_EVERY) {
                Kept kept = board.kept();
                keptAt = kept.position();
                keeper.execute(() -> keep(kept));
            }
        } finally {
            lock.unlock();
        }
    }

    private void swap() {
        if (anew != null && anew.position() >= board.position()) {
            board = anew;
            anew = null;
        }
    }

    private void keep(Kept kept) {
        try {
            file.write(kept);
        } catch (IOException | RuntimeException e) {
            log.warn("The board could not be kept; the next start folds more of the log again", e);
        }
    }

    /** Begins again; the one that is there is shown until the new one has come as far. */
    void foldAnew() {
        lock.lock();
        try {
            anew = new SupervisionBoard();
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
        Kept kept = read(SupervisionBoard::kept);
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
