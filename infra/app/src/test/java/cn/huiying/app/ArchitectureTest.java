package cn.huiying.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.huiying.query.common.ReadsFrom;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The house rules. A rule that matches nothing fails (ArchUnit's default). */
@AnalyzeClasses(packages = "cn.huiying", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> INFRASTRUCTURE =
            resideInAPackage("cn.huiying.app..").as("infrastructure");

    @ArchTest
    static final ArchRule the_query_side_does_not_see_the_command_side = noClasses()
            .that()
            .resideInAPackage("cn.huiying.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.huiying.command..", "cn.huiying.app..", "cn.huiying.eventstore..");

    @ArchTest
    static final ArchRule the_command_side_does_not_see_the_query_side = noClasses()
            .that()
            .resideInAPackage("cn.huiying.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.huiying.query..", "cn.huiying.app..", "cn.huiying.eventstore..");

    @ArchTest
    static final ArchRule the_shared_kernel_sees_only_the_jdk_jackson_annotations_and_axon_serialization = classes()
            .that()
            .resideInAPackage("cn.huiying.shared..")
            .and()
            .resideOutsideOfPackage("cn.huiying.shared.serialization..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "cn.huiying.shared..",
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson.annotation..",
                    "org.axonframework.serialization..");

    @ArchTest
    static final ArchRule how_events_are_stored_sees_nothing_but_jackson_and_axon_serialization = classes()
            .that()
            .resideInAPackage("cn.huiying.shared.serialization..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "cn.huiying.shared..", "java..", "tools.jackson..", "org.axonframework.serialization..");

    @ArchTest
    static final ArchRule the_event_store_knows_nothing_of_the_business = noClasses()
            .that()
            .resideInAPackage("cn.huiying.eventstore..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.huiying.shared..", "cn.huiying.command..", "cn.huiying.query..", "org.springframework..");

    @ArchTest
    static final ArchRule only_mongo_adapters_and_infrastructure_see_the_mongo_driver = noClasses()
            .that(resideOutsideOfPackages("cn.huiying.app.."))
            .and()
            .haveNameNotMatching(".*\\.Mongo[^.]*")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule only_lucene_adapters_see_lucene = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(Lucene|LiveDocs)[^.]*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule only_poi_adapters_see_poi = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Poi[^.]*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule only_rest_doors_and_infrastructure_see_spring_web = noClasses()
            .that(resideOutsideOfPackages("cn.huiying.app.."))
            .and()
            .haveSimpleNameNotEndingWith("RestApi")
            // What all query doors share: pages with their links, positions.
            .and()
            .doNotBelongToAnyOf(cn.huiying.query.common.Page.class, cn.huiying.query.common.PositionInterceptor.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web..");

    @ArchTest
    static final ArchRule rest_doors_are_named_as_such = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .and(resideOutsideOfPackages("cn.huiying.app.."))
            .should()
            .haveSimpleNameEndingWith("RestApi")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule every_query_waits_for_the_position_that_it_is_asked_for = methods()
            .that()
            .areAnnotatedWith(GetMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("cn.huiying.query..")
            .and()
            .areDeclaredInClassesThat()
            // A live stream tells the position with each event.
            .resideOutsideOfPackage("cn.huiying.query.live..")
            .should()
            .beAnnotatedWith(ReadsFrom.class);

    @ArchTest
    static final ArchRule stages_are_pure = noClasses()
            .that()
            .haveNameMatching(
                    "cn\\.huiying\\.command\\.petition\\.(Stage(\\$.*)?|Evolution|Facts|Assignment(\\$.*)?|AfterReply(\\$.*)?)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "java.sql..", "java.io..")
            .because("a stage decides by what the command and the circumstances bring in");

    @ArchTest
    static final ArchRule rules_are_pure = noClasses()
            .that()
            .resideInAPackage("cn.huiying.command.petition.(*)..")
            .and()
            .haveSimpleNameNotEndingWith("RestApi")
            .and()
            // The due list beside the commands that follow from it.
            .resideOutsideOfPackages("cn.huiying.command.petition.door..", "cn.huiying.command.petition.due..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.axonframework..",
                            "org.springframework..",
                            "com.mongodb..",
                            "java.sql..",
                            "java.io..",
                            "java.nio..",
                            "java.net..")
                    .and(DescribedPredicate.not(type(TargetAggregateIdentifier.class))))
            .because("a slice is a command and its rules: whatever they need comes in with the command");

    @ArchTest
    static final ArchRule time_and_chance_come_in_from_outside = noClasses()
            .that(DescribedPredicate.not(INFRASTRUCTURE).as("are not infrastructure"))
            .and()
            .resideOutsideOfPackage("cn.huiying.eventstore..")
            .and()
            .haveSimpleNameNotEndingWith("RestApi")
            // Accesses, not calls: a method reference asks, too.
            .should(accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("it asks for the time or for chance") {
                private static final Map<String, Set<String>> ASKING = Map.ofEntries(
                        Map.entry("java.time.Instant", Set.of("now")),
                        Map.entry("java.time.LocalDate", Set.of("now")),
                        Map.entry("java.time.LocalDateTime", Set.of("now")),
                        Map.entry("java.time.OffsetDateTime", Set.of("now")),
                        Map.entry("java.time.ZonedDateTime", Set.of("now")),
                        Map.entry("java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone")),
                        Map.entry("java.time.InstantSource", Set.of("system")),
                        Map.entry("java.util.UUID", Set.of("randomUUID")),
                        Map.entry("java.util.Random", Set.of("<init>")),
                        Map.entry("java.security.SecureRandom", Set.of("<init>")),
                        Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
                        Map.entry("java.lang.System", Set.of("currentTimeMillis")),
                        Map.entry("java.lang.Math", Set.of("random")));

                @Override
                public boolean test(JavaAccess<?> access) {
                    return ASKING.getOrDefault(access.getTargetOwner().getFullName(), Set.of())
                            .contains(access.getName());
                }
            }))
            .because("doors and infrastructure bring time and ids in, so that a test can choose them");

    @ArchTest
    static final ArchRule nothing_here_uses_java_serialization_or_xstream = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.thoughtworks.xstream..", "org.axonframework.serialization.xml..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.axonframework.serialization.JavaSerializer");

    @ArchTest
    static final ArchRule boundaries_have_no_cycles =
            slices().matching("cn.huiying.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule slices_of_the_petition_have_no_cycles =
            slices().matching("cn.huiying.command.petition.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule projections_have_a_processing_group_and_are_seen_by_nobody = classes()
            .that()
            .haveSimpleNameEndingWith("Projection")
            .should()
            .beAnnotatedWith(ProcessingGroup.class)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule configurations_are_named_as_such = classes()
            .that()
            .areAnnotatedWith(Configuration.class)
            .and(resideOutsideOfPackages("cn.huiying.app.."))
            .should()
            .haveSimpleNameEndingWith("Configuration");
}
