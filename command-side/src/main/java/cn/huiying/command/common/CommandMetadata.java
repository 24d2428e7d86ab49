package cn.huiying.command.common;

/** Metadata keys that doors set on commands beside the actor; the names are part of the stored log. */
public final class CommandMetadata {

    /** Digest of the caller and the {@code Idempotency-Key} header, so that a repeated request is answered, not repeated. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** Digest of the request body, to tell a repetition from another request under the same key. */
    public static final String REQUEST_DIGEST = "requestDigest";

    /** The version the caller has seen ({@code If-Match}); it is not stored. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** The request that everything follows from: its trace id where it came in by HTTP. */
    public static final String CORRELATION_ID = "correlationId";

    /** The message that an event follows from directly. */
    public static final String CAUSATION_ID = "causationId";

    private CommandMetadata() {}
}
