package cn.huiying.app.importing;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.Digests;
import cn.huiying.command.policy.interpreting.InterpretPolicy;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.command.policy.superseding.SupersedePolicy;
import cn.huiying.command.policy.withdrawing.WithdrawPolicy;
import cn.huiying.command.suggestion.converting.CompleteMeasure;
import cn.huiying.command.suggestion.converting.ConvertSuggestions;
import cn.huiying.command.suggestion.converting.ReportMeasureProgress;
import cn.huiying.command.suggestion.feedingback.PublishCollectiveFeedback;
import cn.huiying.command.suggestion.reporting.DraftSpecialReport;
import cn.huiying.command.suggestion.reporting.InstructOnSpecialReport;
import cn.huiying.command.suggestion.reporting.SubmitSpecialReport;
import cn.huiying.command.suggestion.soliciting.CloseSuggestionTopic;
import cn.huiying.command.suggestion.soliciting.OpenSuggestionTopic;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.FindSuggestions;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the demo has beside messages: policies, topics, measures and a special report, by the commands that the doors send, with
 * their historical times. Each has an idempotency key of its own, so that a second start doubles nothing.
 *
 * <p>A line is {@code {at, as, agency, do, id, …}}: the role that acts and its agency, the command, what it is about, and the
 * command's own fields. Suggestions are named by their {@code ref}.
 */
class DemoSteps {

    private static final Logger log = LoggerFactory.getLogger(DemoSteps.class);

    private static final Map<String, Class<?>> COMMANDS = Stream.of(
                    PublishPolicy.class,
                    InterpretPolicy.class,
                    SupersedePolicy.class,
                    WithdrawPolicy.class,
                    OpenSuggestionTopic.class,
                    CloseSuggestionTopic.class,
                    PublishCollectiveFeedback.class,
                    ConvertSuggestions.class,
                    ReportMeasureProgress.class,
                    CompleteMeasure.class,
                    DraftSpecialReport.class,
                    SubmitSpecialReport.class,
                    InstructOnSpecialReport.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final CommandDoor door;
    private final QueryGateway queries;
    private final Bodies bodies;
    private final ObjectMapper mapper;

    DemoSteps(CommandDoor door, QueryGateway queries, Bodies bodies, ObjectMapper mapper) {
        this.door = door;
        this.queries = queries;
        this.bodies = bodies;
        this.mapper = mapper;
    }

    /** @param source of the messages */
    void take(String resource, String source) throws IOException {
        List<String> lines;
        try (InputStream in = getClass().getResourceAsStream(resource)) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        for (String line : lines) {
            try {
                take((ObjectNode) mapper.readTree(line), Digests.of("demo", line), source);
            } catch (Refused e) {
                log.error("demo line {}: {}", line, e.getMessage());
            }
        }
    }

    private void take(ObjectNode step, String key, String source) {
        Class<?> command = COMMANDS.get(step.remove("do").stringValue());
        String agency = step.has("agency") && step.get("as").stringValue().startsWith("AGENCY")
                ? step.remove("agency").stringValue()
                : null;
        Role role = Role.valueOf(step.remove("as").stringValue());
        Map<String, Object> given = new HashMap<>();
        given.put("at", OffsetDateTime.parse(step.remove("at").stringValue()).toInstant());
        String id = step.remove("id").stringValue();
        var first = command.getRecordComponents()[0];
        given.put(first.getName(), mapper.convertValue(id, first.getType()));
        if (step.get("suggestions") instanceof ArrayNode refs) {
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            refs.forEach(ref -> ids.add(Importer.idOf(source, ref.stringValue()).value()));
            step.set("suggestions", ids);
        }
        if (command == DraftSpecialReport.class) {
            given.put("found", found(new FindSuggestions(day(step, "from"), day(step, "to"))));
        }
        door.send(
                bodies.read(command, step, given, null, null),
                new Actor("demo-" + role.name(), role, agency, null),
                Map.of(CommandMetadata.IDEMPOTENCY_KEY, key, CommandMetadata.REQUEST_DIGEST, key));
    }

    /** Everything that was said before; the door refuses where it has not been read yet. */
    private SuggestionsOfPeriod found(FindSuggestions query) {
        SuggestionsOfPeriod found;
        do {
            found = queries.query(query, SuggestionsOfPeriod.class).join();
        } while (found.position() < door.position());
        return found;
    }

    private static LocalDate day(ObjectNode step, String field) {
        return LocalDate.parse(step.get(field).stringValue());
    }
}
