package cn.huiying.command.petition;

import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.deadline.AppliesTo;
import cn.huiying.shared.deadline.Checkpoint;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.serialization.PolicyFiles;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generated parts of the procedure page say what the matrix of states and commands really does. To write them anew:
 * {@code mvn -pl command-side -am test -Dtest=ProcedurePageTest -Dhuiying.write-docs=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ProcedurePageTest {

    private static final Path PAGE = Path.of("../infra/docs/procedure.md");
    private static final Path SLICES = Path.of("src/main/java/cn/huiying/command/petition");

    /** Short names of roles, so that the tables stay readable. */
    private static final Map<Role, String> LETTERS = new EnumMap<>(Map.of(
            Role.CITIZEN, "C",
            Role.ENTERPRISE, "C",
            Role.INTAKE_OFFICER, "I",
            Role.COUNTY_OFFICER, "K",
            Role.BUREAU_LEADER, "L",
            Role.AGENCY_HANDLER, "H",
            Role.AGENCY_LEADER, "A",
            Role.SUPERVISOR, "V",
            Role.SYSTEM, "S"));

    /** What a command did in a state: where it led, and by which events. */
    private record Taken(State to, List<String> events) {}

    @ParameterizedTest
    @ValueSource(strings = {"states", "commands", "matrix", "rules", "deadlines"})
    void the_page_says_what_the_procedure_does(String part) throws IOException {
        String begin = "<!-- generated: " + part + " -->\n";
        String end = "<!-- end of " + part + " -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(from).as("the page has a place for the " + part).isGreaterThanOrEqualTo(begin.length());
        String generated =
                switch (part) {
                    case "states" -> states();
                    case "commands" -> commands();
                    case "matrix" -> matrix();
                    case "rules" -> rules();
                    default -> deadlines();
                };
        if (Boolean.getBoolean("huiying.write-docs")) {
            Files.writeString(PAGE, page.substring(0, from) + generated + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(generated);
        }
    }

    private static String states() {
        StringBuilder table = new StringBuilder(
                "| state | 中文 | record | public tab | counted as |\n| --- | --- | --- | --- | --- |\n");
        for (State state : State.values()) {
            Stage stage = ProcedureMatrix.in(state).stage();
            table.append("| `%s` | %s | `%s` | %s | %s |\n"
                    .formatted(
                            state,
                            state.chinese(),
                            stage.getClass().getSimpleName(),
                            state.publicTab().chinese().isEmpty()
                                    ? "—"
                                    : state.publicTab().chinese(),
                            switch (state.counting()) {
                                case PENDING -> "待审, in no rate";
                                case IN_HAND -> "received";
                                case RESOLVED -> "received and resolved";
                                case TERMINATED -> "received, told apart";
                                case EXCLUDED -> "excluded, told apart";
                            }));
        }
        return table.toString();
    }

    private static String commands() {
        StringBuilder table = new StringBuilder(
                "| slug | 中文 | who | from | leads to | fields | events |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (String slug : ProcedureMatrix.commands()) {
            Class<?> command = PetitionActions.bySlug().get(slug);
            Set<State> from = new LinkedHashSet<>();
            Set<State> to = new LinkedHashSet<>();
            Set<String> events = new LinkedHashSet<>();
            for (State state : State.values()) {
                if (PetitionActions.allowedIn(ProcedureMatrix.in(state).stage()).contains(slug)) {
                    from.add(state);
                    for (Taken taken : taken(state, slug)) {
                        to.add(taken.to());
                        events.add(String.join(", ", taken.events()));
                    }
                }
            }
            table.append("| `%s` | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            slug,
                            PetitionActions.of(command).chinese(),
                            Arrays.stream(PetitionActions.of(command).roles())
                                    .map(LETTERS::get)
                                    .distinct()
                                    .collect(Collectors.joining(" ")),
                            names(from),
                            to.equals(from) ? "same" : names(to),
                            fields(command),
                            String.join(" / ", events)));
        }
        return table.toString();
    }

    private static String names(Set<State> states) {
        return states.stream().map(state -> "`" + state + "`").collect(Collectors.joining(" "));
    }

    private static String fields(Class<?> command) {
        return Arrays.stream(command.getRecordComponents())
                .filter(field -> !field.getName().equals("petitionId")
                        && !field.getName().equals("at"))
                .map(field -> {
                    boolean required = Arrays.stream(field.getAccessor().getAnnotations())
                            .map(annotation -> annotation.annotationType().getSimpleName())
                            .anyMatch(name -> name.startsWith("Not"));
                    String name = field.getName() + (field.getType() == Sealed.class ? "⚿" : "");
                    return required ? "**" + name + "**" : name;
                })
                .collect(Collectors.joining(" "));
    }

    /** Every outcome of a command in a state: once with what is plausible, and with each yes turned into a no. */
    private static Set<Taken> taken(State state, String slug) {
        Class<?> command = PetitionActions.bySlug().get(slug);
        Object plausible = Commands.plausible(command, MONDAY);
        List<Object> variants = new ArrayList<>(List.of(plausible));
        for (RecordComponent component : command.getRecordComponents()) {
            if (component.getType() == Boolean.class) {
                variants.add(Commands.with(plausible, component.getName(), false));
            }
        }
        if (slug.equals("evaluate")) {
            variants.add(Commands.evaluate(1, 1, 1));
        }
        if (slug.equals("approve-reply")) {
            return new LinkedHashSet<>(List.of(
                    taken(ProcedureMatrix.ready(state, slug), plausible, state, slug),
                    taken(aPetition().ofType(PetitionType.COMPLAINT).replied(), plausible, state, slug)));
        }
        Set<Taken> outcomes = new LinkedHashSet<>();
        for (Object variant : variants) {
            Taken outcome = taken(ProcedureMatrix.ready(state, slug), variant, state, slug);
            if (outcome != null) {
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    /** Null where this variant is refused. */
    private static Taken taken(PetitionStory story, Object command, State state, String slug) {
        List<PetitionEvent> events = ProcedureMatrix.send(story, command, ProcedureMatrix.someoneWhoMay(state, slug))
                .eventsOrNone();
        if (events.isEmpty()) {
            return null;
        }
        Stage stage = story.stage();
        for (PetitionEvent event : events) {
            stage = Evolution.evolve(stage, event);
        }
        return new Taken(
                stage.state(),
                events.stream()
                        .filter(event -> !(event instanceof DeadlineEvent))
                        .map(event -> "`" + event.getClass().getSimpleName() + "`")
                        .toList());
    }

    /** A dot where a command is taken, the slug of the refusal where it is not: one row a command, one column a state. */
    private static String matrix() {
        StringBuilder table = new StringBuilder("| |");
        Arrays.stream(State.values())
                .forEach(state -> table.append(" ").append(state.chinese()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(State.values().length)).append("\n");
        for (String slug : ProcedureMatrix.commands()) {
            table.append("| `").append(slug).append("` |");
            for (State state : State.values()) {
                table.append(" ").append(cell(state, slug)).append(" |");
            }
            table.append("\n");
        }
        return table.toString();
    }

    private static String cell(State state, String slug) {
        boolean allowed =
                PetitionActions.allowedIn(ProcedureMatrix.in(state).stage()).contains(slug);
        PetitionStory story = allowed ? ProcedureMatrix.ready(state, slug) : ProcedureMatrix.in(state);
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY);
        Scenario.Then then = ProcedureMatrix.send(story, command, ProcedureMatrix.someoneWhoMay(state, slug));
        if (allowed) {
            assertThat(then.events()).isNotEmpty();
            return "●";
        }
        Refusal refusal = then.refusal();
        return refusal.kind() == Refusal.Kind.STATE ? "409" : "404";
    }

    private static String rules() throws IOException {
        StringBuilder table = new StringBuilder("| slug | rule |\n| --- | --- |\n");
        try (Stream<Path> files = Files.walk(SLICES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String source = Files.readString(file);
                if (source.contains("public static void check(")) {
                    String name = file.getFileName().toString().replace(".java", "");
                    String doc = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"))
                            .replaceAll("\\s*\\n\\s*\\* ?", " ")
                            .replaceAll("\\{@link (\\w+)}", "`$1`")
                            .strip();
                    table.append("| `%s` | %s |\n"
                            .formatted(name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT), doc));
                }
            }
        }
        return table.toString();
    }

    private static String deadlines() {
        StringBuilder table = new StringBuilder();
        for (String code : List.of("JY-1-3-5-7-15-H", "JY-1-3-5-7-15-M")) {
            table.append("\n`")
                    .append(code)
                    .append("` version 1:\n\n")
                    .append("| code | 中文 | counts from | limit | for | when it is missed | lights | pauses |\n")
                    .append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
            for (Checkpoint checkpoint : PolicyFiles.builtIn(code, 1).checkpoints()) {
                AppliesTo to = checkpoint.appliesTo();
                String only = Stream.of(to.petitionClasses(), to.limitClasses())
                        .flatMap(Set::stream)
                        .map(Enum::name)
                        .collect(Collectors.joining(" "));
                table.append("| `%s` | %s | `%s` | %s | %s | `%s` | %s | %s |\n"
                        .formatted(
                                checkpoint.code(),
                                checkpoint.chinese(),
                                checkpoint.start(),
                                checkpoint.unit().english(checkpoint.amount()),
                                only.isEmpty() ? "all" : only,
                                checkpoint.onBreach(),
                                checkpoint.light() ? "yes" : "—",
                                checkpoint.clockPauses() ? "yes" : "—"));
            }
        }
        return table.append("\n").toString();
    }
}
