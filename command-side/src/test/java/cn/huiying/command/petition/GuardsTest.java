package cn.huiying.command.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.action.PetitionAction;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the code as a whole, so that a forgotten handler, annotation, rule or test is found. */
class GuardsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.huiying.command");

    static List<Class<?>> commands() {
        return found(CLASSES.stream().map(JavaClass::reflect).filter(type -> fields(type)
                .anyMatch(field -> field.isAnnotationPresent(TargetAggregateIdentifier.class))));
    }

    static List<Class<?>> petition_commands() {
        return found(
                commands().stream().filter(type -> type.getPackageName().startsWith("cn.huiying.command.petition")));
    }

    static List<Class<?>> aggregates() {
        return found(CLASSES.stream().map(JavaClass::reflect).filter(type -> fields(type)
                .anyMatch(field -> field.isAnnotationPresent(AggregateIdentifier.class))));
    }

    /** A rule is a class of a slice that offers nothing but a check. */
    static List<JavaClass> rules() {
        List<JavaClass> rules = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("cn.huiying.command.petition."))
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("check")
                                && method.getModifiers().contains(JavaModifier.STATIC)))
                .toList();
        assertThat(rules).isNotEmpty();
        return rules;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_has_exactly_one_handler(Class<?> command) {
        List<Executable> handlers = aggregates().stream()
                .flatMap(aggregate -> Stream.concat(
                        Arrays.stream(aggregate.getDeclaredMethods()),
                        Arrays.stream(aggregate.getDeclaredConstructors())))
                .filter(executable -> executable.isAnnotationPresent(CommandHandler.class))
                .filter(executable -> executable.getParameterTypes()[0] == command)
                .toList();

        assertThat(handlers).as("handlers of %s", command).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("petition_commands")
    void a_command_on_a_petition_declares_its_action(Class<?> command) {
        assertThat(command.getAnnotation(PetitionAction.class))
                .as("%s needs a @PetitionAction", command)
                .isNotNull();
    }

    @Test
    void every_command_on_a_petition_has_a_slug_of_its_own() {
        assertThat(PetitionActions.bySlug().values()).containsExactlyInAnyOrderElementsOf(petition_commands());
    }

    @Test
    void every_command_on_a_petition_has_a_chinese_name_of_its_own() {
        assertThat(petition_commands().stream()
                        .map(command -> PetitionActions.of(command).chinese()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_asked_where_the_procedure_decides(JavaClass rule) {
        Set<String> askedBy = rule.getMethodCallsToSelf().stream()
                .filter(call -> call.getTarget().getName().equals("check"))
                .map(call -> call.getOriginOwner().getName())
                .collect(Collectors.toSet());

        assertThat(askedBy)
                .as("%s is not used", rule.getName())
                .anyMatch(name -> name.startsWith(Stage.class.getName())
                        || name.equals(Petition.class.getName())
                        || name.equals(PetitionAccess.class.getName()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_seen_refusing_by_some_test(JavaClass rule) throws IOException {
        String slug = rule.getSimpleName().equals("OnlyLeadAgencyMayHandle")
                ? "petition-not-found"
                : rule.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase();
        assertThat(textOfTests()).as("no test sees %s refuse", rule.getName()).contains("\"" + slug + "\"");
    }

    @Test
    void no_two_commands_share_a_name() {
        List<String> names = commands().stream().map(Class::getSimpleName).toList();
        assertThat(new TreeSet<>(names)).hasSameSizeAs(names);
    }

    private static String textOfTests() throws IOException {
        Path here = Path.of("src/test/java/cn/huiying/command/petition");
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(here)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                    .filter(path -> !path.endsWith("GuardsTest.java"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        assertThat(text).isNotEmpty();
        return text.toString();
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields());
    }

    /** A guard that guards nothing is a defect. */
    private static List<Class<?>> found(Stream<? extends Class<?>> types) {
        List<Class<?>> found = types.<Class<?>>map(type -> type).toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
