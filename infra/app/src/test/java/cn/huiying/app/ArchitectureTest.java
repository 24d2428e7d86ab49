package cn.huiying.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.springframework.context.annotation.Configuration;
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
    static final ArchRule stages_are_pure = noClasses()
            .that()
            .haveFullyQualifiedName("cn.huiying.command.petition.Stage")
            .or()
            .resideInAPackage("cn.huiying.command.petition")
            .and()
            .haveNameMatching(".*\\.(Stage\\$.*|Evolution|Facts|Assignment)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "java.sql..", "java.io..");

    @ArchTest
    static final ArchRule rules_are_pure = noClasses()
            .that()
            .resideInAPackage("cn.huiying.command.petition.(*)..")
            .and()
            .haveSimpleNameNotEndingWith("RestApi")
            .and()
            .resideOutsideOfPackages("cn.huiying.command.petition.door..", "cn.huiying.command.petition.lapsing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..");

    @ArchTest
    static final ArchRule time_and_chance_come_in_from_outside = noClasses()
            .that(DescribedPredicate.not(INFRASTRUCTURE))
            .and()
            .resideOutsideOfPackage("cn.huiying.eventstore..")
            .and()
            .haveSimpleNameNotEndingWith("RestApi")
            .should(callMethodWhere(new DescribedPredicate<JavaMethodCall>("ask for the time or for chance") {
                private static final Map<String, Set<String>> ASKING = Map.of(
                        "java.time.Instant", Set.of("now"),
                        "java.time.LocalDate", Set.of("now"),
                        "java.time.LocalDateTime", Set.of("now"),
                        "java.time.OffsetDateTime", Set.of("now"),
                        "java.time.ZonedDateTime", Set.of("now"),
                        "java.util.UUID", Set.of("randomUUID"),
                        "java.lang.System", Set.of("currentTimeMillis"),
                        "java.lang.Math", Set.of("random"));

                @Override
                public boolean test(JavaMethodCall call) {
                    return ASKING.getOrDefault(call.getTargetOwner().getFullName(), Set.of())
                            .contains(call.getName());
                }
            }));

    @ArchTest
    static final ArchRule nothing_here_uses_java_serialization_or_xstream = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.thoughtworks.xstream..")
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
    static final ArchRule event_handlers_have_a_processing_group = classes()
            .that()
            .haveSimpleNameEndingWith("Projection")
            .should()
            .beAnnotatedWith(ProcessingGroup.class)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule each_side_has_one_public_door = classes()
            .that()
            .areAnnotatedWith(Configuration.class)
            .and(resideOutsideOfPackages("cn.huiying.app.."))
            .should()
            .haveSimpleNameEndingWith("Configuration");
}
