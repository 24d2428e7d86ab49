package cn.huiying.app.audit;

import cn.huiying.audit.LogEntry;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.shared.rule.Actor;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One event of the log, as auditors see it. With {@code payload} and {@code metadata}, which are byte for byte what is stored, the
 * leaf hash can be computed again.
 *
 * @param recordedAt   when it was stored, by the platform's clock
 * @param happenedAt   when it happened by what it says itself: earlier, for history that was imported
 * @param type         name of the event
 * @param typeName     as it is stored and hashed
 * @param actor        who acted: the token's subject; {@code system} for the platform itself
 * @param reason       why, where the event has one in words
 * @param causationId  of the message that caused it
 * @param sealed       where the payload has sealed parts, by JSON pointer (RFC 6901)
 * @param leafHash     RFC 9162 over the stored bytes, 64 hexadecimal digits
 */
record LoggedEvent(
        long position,
        Instant recordedAt,
        @Nullable Instant happenedAt,
        @Nullable String stream,
        @Nullable String streamType,
        @Nullable Long sequence,
        String eventId,
        String type,
        String typeName,
        @Nullable String revision,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String agency,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable String causationId,
        List<SealedPart> sealed,
        @JsonRawValue String payload,
        @JsonRawValue String metadata,
        String leafHash) {

    /** @param subject whose key seals it */
    record SealedPart(String pointer, String subject) {}

    static LoggedEvent of(LogEntry entry, ObjectMapper json) {
        JsonNode payload = json.readTree(entry.payload());
        JsonNode metadata = json.readTree(entry.metadata());
        List<SealedPart> sealed = new ArrayList<>();
        findSealed(payload, "", sealed);
        return new LoggedEvent(
                entry.position(),
                Instant.parse(entry.recordedAt()),
                Optional.ofNullable(text(payload, "at")).map(Instant::parse).orElse(null),
                entry.stream(),
                entry.streamType(),
                entry.sequence(),
                entry.eventId(),
                entry.type().substring(entry.type().lastIndexOf('.') + 1),
                entry.type(),
                entry.revision(),
                text(metadata, Actor.ID),
                text(metadata, Actor.ROLE),
                text(metadata, Actor.AGENCY),
                text(payload, "reason"),
                text(metadata, CommandMetadata.CORRELATION_ID),
                text(metadata, CommandMetadata.CAUSATION_ID),
                sealed,
                new String(entry.payload(), StandardCharsets.UTF_8),
                new String(entry.metadata(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(entry.leafHash()));
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).isString() ? object.get(name).stringValue() : null;
    }

    private static void findSealed(JsonNode node, String pointer, List<SealedPart> found) {
        if (node.has("cipherText")) {
            found.add(new SealedPart(pointer, node.path("subject").asString()));
            return;
        }
        node.properties()
                .forEach(property -> findSealed(
                        property.getValue(),
                        pointer + "/" + property.getKey().replace("~", "~0").replace("/", "~1"),
                        found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findSealed(node.get(i), pointer + "/" + i, found);
        }
    }
}
