package cn.huiying.app.acceptance;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What an API document breaks of an earlier one, a sentence each. Our own: openapi-diff, the one library there is for the JVM, sees
 * neither removed properties of answers nor changed types where the document is one of OpenAPI 3.1.
 */
final class Breaks {

    /** What may be sent must not become less, and what is answered must not become something else. */
    private enum Side {
        SENT,
        ANSWERED
    }

    /** Bounds of what is sent: 1 where a higher one allows less, -1 where a lower one does. */
    private static final Map<String, Integer> BOUNDS =
            Map.of("minimum", 1, "minLength", 1, "minItems", 1, "maximum", -1, "maxLength", -1, "maxItems", -1);

    private final JsonNode released;
    private final JsonNode current;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> compared = new HashSet<>();

    private Breaks(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    static List<String> between(JsonNode released, JsonNode current) {
        Breaks breaks = new Breaks(released, current);
        breaks.operations();
        return List.copyOf(breaks.found);
    }

    private void operations() {
        released.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    String door = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    JsonNode now = current.get("paths").path(path.getKey()).path(operation.getKey());
                    if (now.isMissingNode()) {
                        found.add(door + " is gone.");
                    } else {
                        operation(door, operation.getValue(), now);
                    }
                }));
    }

    /** A requirement of nothing, beside others, leaves it to the caller. */
    private static boolean isOpen(JsonNode operation) {
        JsonNode security = operation.path("security");
        return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
    }

    private void operation(String door, JsonNode was, JsonNode now) {
        if (isOpen(was) && !isOpen(now)) {
            found.add(door + " asks for a token now.");
        }
        Map<String, JsonNode> parametersWere = parameters(was);
        Map<String, JsonNode> parameters = parameters(now);
        parametersWere.forEach((name, parameter) -> {
            if (parameters.containsKey(name)) {
                schema(
                        door + ", " + name,
                        Side.SENT,
                        parameter.get("schema"),
                        parameters.get(name).get("schema"));
            } else {
                found.add(door + " no longer takes " + name + ".");
            }
        });
        parameters.forEach((name, parameter) -> {
            JsonNode before = parametersWere.getOrDefault(name, MissingNode.getInstance());
            if (required(parameter) && !required(before)) {
                found.add(door + " requires " + name + " now.");
            }
        });
        JsonNode body = now.path("requestBody");
        if (required(body) && !required(was.path("requestBody"))) {
            found.add(door + " requires a body now.");
        }
        contents(door + ", the body", Side.SENT, was.path("requestBody"), body);
        was.get("responses").propertyStream().forEach(answer -> {
            JsonNode answerNow = resolved(current, now.get("responses").path(answer.getKey()));
            JsonNode answerWas = resolved(released, answer.getValue());
            String what = door + ", the answer " + answer.getKey();
            if (answerNow.isMissingNode()) {
                found.add(what + " is gone.");
                return;
            }
            answerWas.path("headers").propertyNames().stream()
                    .filter(header -> !answerNow.path("headers").has(header))
                    .forEach(header -> found.add(what + " has no header " + header + " any more."));
            contents(what, Side.ANSWERED, answerWas, answerNow);
        });
    }

    private static boolean required(JsonNode node) {
        return node.path("required").asBoolean(false);
    }

    private static Map<String, JsonNode> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .collect(Collectors.toMap(
                        parameter -> "the " + parameter.get("in").stringValue() + " parameter "
                                + parameter.get("name").stringValue(),
                        Function.identity()));
    }

    private void contents(String what, Side side, JsonNode was, JsonNode now) {
        was.path("content").propertyStream().forEach(content -> {
            JsonNode contentNow = now.path("content").path(content.getKey());
            if (contentNow.isMissingNode()) {
                found.add(what + " is no longer taken or given as " + content.getKey() + ".");
            } else {
                schema(what, side, content.getValue().path("schema"), contentNow.path("schema"));
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private void schema(String what, Side side, JsonNode refWas, JsonNode refNow) {
        // A schema of its own may hold itself, and is told of once.
        if (refWas.has("$ref") && !compared.add(side + refWas.toString() + refNow)) {
            return;
        }
        JsonNode was = resolved(released, refWas);
        JsonNode now = resolved(current, refNow);
        types(what, side, was, now);
        if (side == Side.SENT) {
            bounds(what, was, now);
        }
        was.path("properties").propertyStream().forEach(property -> {
            JsonNode propertyNow = now.path("properties").path(property.getKey());
            String name = what + ", property " + property.getKey();
            if (propertyNow.isMissingNode()) {
                found.add(name + " is gone.");
            } else {
                schema(name, side, property.getValue(), propertyNow);
            }
        });
        Set<String> requiredWere = texts(was.path("required"));
        Set<String> required = texts(now.path("required"));
        if (side == Side.SENT) {
            required.stream()
                    .filter(name -> !requiredWere.contains(name))
                    .forEach(name -> found.add(what + ", property " + name + " is required now."));
        } else {
            requiredWere.stream()
                    .filter(name ->
                            !required.contains(name) && now.path("properties").has(name))
                    .forEach(name -> found.add(what + ", property " + name + " may be missing now."));
        }
        Stream.of("items", "additionalProperties")
                .filter(part -> was.path(part).isObject())
                .forEach(part -> schema(what + ", " + part, side, was.get(part), now.path(part)));
        Stream.of("anyOf", "oneOf").forEach(part -> {
            int choicesWere = was.path(part).size();
            int choices = now.path(part).size();
            if (side == Side.SENT ? choices < choicesWere : choices > choicesWere) {
                found.add(what + " has " + choices + " forms now, it had " + choicesWere + ".");
            }
            for (int n = 0; n < Math.min(choices, choicesWere); n++) {
                schema(what, side, was.get(part).get(n), now.get(part).get(n));
            }
        });
    }

    private void types(String what, Side side, JsonNode was, JsonNode now) {
        Set<String> typesWere = types(was);
        Set<String> types = types(now);
        Set<String> narrower = side == Side.SENT ? types : typesWere;
        Set<String> wider = side == Side.SENT ? typesWere : types;
        if (!narrower.isEmpty() && (wider.isEmpty() || !narrower.containsAll(wider))) {
            found.add(what + " is of type " + types + " now, it was of " + typesWere + ".");
        }
        if (!was.path("format").equals(now.path("format"))) {
            found.add(what + " has another format now.");
        }
    }

    private static Set<String> types(JsonNode schema) {
        return schema.path("type").isArray()
                ? texts(schema.get("type"))
                : schema.path("type").stringValueOpt().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private void bounds(String what, JsonNode was, JsonNode now) {
        if (now.has("enum")) {
            Set<String> gone = texts(was.path("enum"));
            gone.removeAll(texts(now.get("enum")));
            if (!was.has("enum") || !gone.isEmpty()) {
                found.add(what + " takes fewer values now" + (gone.isEmpty() ? "." : ", not " + gone + "."));
            }
        }
        BOUNDS.forEach((bound, direction) -> {
            if (now.has(bound)
                    && (!was.has(bound)
                            || now.get(bound)
                                                    .decimalValue()
                                                    .compareTo(was.get(bound).decimalValue())
                                            * direction
                                    > 0)) {
                found.add(what + " has the " + bound + " " + now.get(bound) + " now.");
            }
        });
        if (now.path("additionalProperties").isBoolean()
                && !now.get("additionalProperties").booleanValue()
                && !was.path("additionalProperties").equals(now.get("additionalProperties"))) {
            found.add(what + " no longer takes properties that are not named.");
        }
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
