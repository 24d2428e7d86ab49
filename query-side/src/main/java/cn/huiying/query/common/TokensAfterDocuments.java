package cn.huiying.query.common;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Stores a processor's token only after the documents of its batch: the framework would store it first, and a crash between
 * the two would lose events. Applying a batch again changes nothing, so this order is safe.
 */
public class TokensAfterDocuments implements TokenStore {

    private final TokenStore delegate;
    private final ReadPositions positions;

    public TokensAfterDocuments(TokenStore delegate, ReadPositions positions) {
        this.delegate = delegate;
        this.positions = positions;
    }

    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().onCommit(unit -> store(token, processorName, segment));
        } else {
            store(token, processorName, segment);
        }
    }

    private void store(TrackingToken token, String processorName, int segment) {
        delegate.storeToken(token, processorName, segment);
        advance(processorName, token);
    }

    private void advance(String processorName, TrackingToken token) {
        if (token != null) {
            positions.reached(processorName, token.position().orElse(0));
        }
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        TrackingToken token = delegate.fetchToken(processorName, segment);
        advance(processorName, token);
        return token;
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, TrackingToken initialToken) {
        delegate.initializeTokenSegments(processorName, segmentCount, initialToken);
    }

    @Override
    public void extendClaim(String processorName, int segment) throws UnableToClaimTokenException {
        delegate.extendClaim(processorName, segment);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        delegate.releaseClaim(processorName, segment);
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return delegate.fetchSegments(processorName);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return delegate.fetchAvailableSegments(processorName);
    }

    @Override
    public void initializeSegment(TrackingToken token, String processorName, int segment) {
        delegate.initializeSegment(token, processorName, segment);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        delegate.deleteToken(processorName, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return delegate.requiresExplicitSegmentInitialization();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return delegate.retrieveStorageIdentifier();
    }
}
