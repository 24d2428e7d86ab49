package cn.huiying.query.common;

import java.util.Optional;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;

/**
 * The token of a processor whose read model each node has for itself, kept with that read model. There is one segment of work, and
 * it belongs to one process, so nothing has to be claimed.
 */
public abstract class OwnTokens implements TokenStore {

    private boolean initialized;
    private long position;

    /** Where the read model stands that is there already; to be called before the processor starts. */
    protected final void continueAt(long kept) {
        initialized = true;
        position = kept;
    }

    /** The read model has come so far. */
    protected abstract void keep(long reached);

    public final synchronized long position() {
        return position;
    }

    @Override
    public final synchronized void initializeTokenSegments(
            String processorName, int segmentCount, TrackingToken initial) {
        if (initialized || segmentCount != 1) {
            throw new UnableToInitializeTokenException("There is one segment, and it has its token already");
        }
        initialized = true;
        moveTo(initial);
    }

    @Override
    public final synchronized void storeToken(TrackingToken token, String processorName, int segment) {
        moveTo(token);
    }

    private void moveTo(TrackingToken token) {
        position = token == null ? 0 : token.position().orElse(0);
        keep(position);
    }

    @Override
    public final synchronized TrackingToken fetchToken(String processorName, int segment) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    @Override
    public final void releaseClaim(String processorName, int segment) {
        // Nothing is claimed.
    }

    @Override
    public final synchronized void deleteToken(String processorName, int segment) {
        initialized = false;
        moveTo(null);
    }

    @Override
    public final boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public final synchronized int[] fetchSegments(String processorName) {
        return initialized ? new int[] {0} : new int[0];
    }

    @Override
    public final Optional<String> retrieveStorageIdentifier() {
        return Optional.of(getClass().getSimpleName());
    }
}
