package cn.huiying.command.common;

import cn.huiying.shared.rule.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers once given to requests with an idempotency key: an aggregate folds them from the metadata of its own events. */
public final class GivenAnswers<A> {

    private record Given<A>(Object requestDigest, A answer) {}

    private final Map<Object, Given<A>> byKey = new HashMap<>();

    /** Notes the answer to the request that an event follows from; the last event of a request has its whole answer. */
    public void remember(Map<String, ?> ofEvent, A answer) {
        if (ofEvent.get(CommandMetadata.IDEMPOTENCY_KEY) instanceof String key) {
            byKey.put(key, new Given<>(ofEvent.get(CommandMetadata.REQUEST_DIGEST), answer));
        }
    }

    /**
     * What was answered to the same request before.
     *
     * @return empty where it was not made before, or changed nothing then
     * @throws Refused where the key was used for another request
     */
    public Optional<A> to(Map<String, ?> ofCommand) {
        return Optional.ofNullable(byKey.get(ofCommand.get(CommandMetadata.IDEMPOTENCY_KEY)))
                .map(given -> {
                    requireSame(given.requestDigest(), ofCommand);
                    return given.answer();
                });
    }

    /** @throws Refused where the key that led to the event was used for another request */
    public static void requireSameRequest(Map<String, ?> ofEvent, Map<String, ?> ofCommand) {
        requireSame(ofEvent.get(CommandMetadata.REQUEST_DIGEST), ofCommand);
    }

    private static void requireSame(Object requestDigest, Map<String, ?> ofCommand) {
        if (!ofCommand.get(CommandMetadata.REQUEST_DIGEST).equals(requestDigest)) {
            throw Refused.byRule(
                    "idempotency-key-reused",
                    "该 Idempotency-Key 已用于另一个请求,请换一个。",
                    "This Idempotency-Key was used for another request; take a new one.");
        }
    }
}
