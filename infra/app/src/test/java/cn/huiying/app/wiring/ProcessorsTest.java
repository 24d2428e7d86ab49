package cn.huiying.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

class ProcessorsTest {

    private static final List<JavaClass> HANDLING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.huiying").stream()
                    .filter(type ->
                            type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(EventHandler.class)))
                    .toList();

    @Test
    void every_event_handler_has_a_processing_group_and_every_group_a_configured_processor() {
        assertThat(HANDLING).isNotEmpty();
        assertThat(HANDLING.stream().filter(type -> !type.isAnnotatedWith(ProcessingGroup.class)))
                .as("classes with event handlers and without @ProcessingGroup")
                .isEmpty();
        Set<String> groups = HANDLING.stream()
                .map(type -> type.getAnnotationOfType(ProcessingGroup.class).value())
                .collect(Collectors.toSet());
        List<String> configured = new ArrayList<>(ProcessorsConfiguration.READ_MODELS.keySet());
        configured.add(ProcessorsConfiguration.IN_SQLITE);
        configured.add(ProcessorsConfiguration.IN_OUTBOX);
        configured.add(ProcessorsConfiguration.REACTING);
        configured.add(ProcessorsConfiguration.PUSHING);
        configured.add(ProcessorsConfiguration.ERASING);
        assertThat(configured)
                .as("processors in ProcessorsConfiguration, against the groups that are annotated")
                .containsExactlyInAnyOrderElementsOf(groups);
    }
}
