package cn.huiying.query.common;

import cn.huiying.query.common.Generation.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
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

    private final Supplier<Tokens> tokens;
    private final ObjLongConsumer<String> reached;

    /**
     * @param tokens  asked for anew each time: another generation of the read model may have taken over
     * @param reached is told how far a processor has come
     */
    public TokensAfterDocuments(Supplier<Tokens> tokens, ObjLongConsumer<String> reached) {
        this.tokens = tokens;
        this.reached = reached;
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
        Tokens kept = tokens.get();
        kept.store().storeToken(token, kept.name(), segment);
        advance(processorName, token);
    }

    private void advance(String processorName, TrackingToken token) {
        if (token != null) {
            reached.accept(processorName, token.position().orElse(0));
        }
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        Tokens kept = tokens.get();
        TrackingToken token = kept.store().fetchToken(kept.name(), segment);
        advance(processorName, token);
        return token;
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, TrackingToken initialToken) {
        Tokens kept = tokens.get();
        kept.store().initializeTokenSegments(kept.name(), segmentCount, initialToken);
    }

    @Override
    public void extendClaim(String processorName, int segment) throws UnableToClaimTokenException {
        Tokens kept = tokens.get();
        kept.store().extendClaim(kept.name(), segment);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        Tokens kept = tokens.get();
        kept.store().releaseClaim(kept.name(), segment);
    }

    @Override
    public int[] fetchSegments(String processorName) {
        Tokens kept = tokens.get();
        return kept.store().fetchSegments(kept.name());
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        Tokens kept = tokens.get();
        return kept.store().fetchAvailableSegments(kept.name());
    }

    @Override
    public void initializeSegment(TrackingToken token, String processorName, int segment) {
        Tokens kept = tokens.get();
        kept.store().initializeSegment(token, kept.name(), segment);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        Tokens kept = tokens.get();
        kept.store().deleteToken(kept.name(), segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.get().store().requiresExplicitSegmentInitialization();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.get().store().retrieveStorageIdentifier();
    }
}
