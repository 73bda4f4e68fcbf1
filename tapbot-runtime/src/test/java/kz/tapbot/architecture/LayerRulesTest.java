package kz.tapbot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The modules look one way: the model knows nobody, the DSL knows the model, the runtime both by its rules. */
@AnalyzeClasses(locations = LibraryClasses.class)
class LayerRulesTest {

    private static final DescribedPredicate<JavaClass> MODEL = ownedBy(Module.MODEL);
    private static final DescribedPredicate<JavaClass> DSL = ownedBy(Module.DSL);
    private static final DescribedPredicate<JavaClass> RUNTIME = ownedBy(Module.RUNTIME);

    @ArchTest
    static final ArchRule model_stands_on_values_alone = classes()
            .that(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.immutables..",
                    "org.jspecify..",
                    "inet.ipaddr..",
                    "kz.tapbot.model..",
                    "kz.tapbot.diagnostic..");

    @ArchTest
    static final ArchRule dsl_does_not_know_the_runtime =
            noClasses().that(DSL).should().dependOnClassesThat(RUNTIME);

    @ArchTest
    static final ArchRule only_the_command_line_and_the_report_know_the_dsl = noClasses()
            .that(RUNTIME)
            .and()
            .resideOutsideOfPackages("kz.tapbot.runtime.cli..", "kz.tapbot.runtime.report..")
            .should()
            .dependOnClassesThat(DSL)
            .because("a topology may come from JSON, and a plan needs no DSL");

    @ArchTest
    static final ArchRule only_the_package_for_it_knows_a_test_framework = noClasses()
            .that()
            .resideOutsideOfPackage("kz.tapbot.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.opentest4j..")
            .because("a program that embeds Tapbot has none of them on its class path");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule internals_stay_in_their_module = classes().should(useInternalsOfTheirOwnModuleOnly());

    @Test
    void aModuleKeepsToItsPackages() {
        for (Module module : Module.LIBRARIES) {
            assertThat(new ClassFileImporter().importPath(module.mainClasses()))
                    .as("classes of %s", module)
                    .isNotEmpty()
                    .allSatisfy(type ->
                            assertThat(Module.owning(type)).as(type.getName()).isEqualTo(module));
        }
    }

    private static DescribedPredicate<JavaClass> ownedBy(Module module) {
        return describe(
                "belong to " + module,
                type -> type.getPackageName().matches("kz\\.tapbot(\\..*)?") && Module.owning(type) == module);
    }

    private static ArchCondition<JavaClass> useInternalsOfTheirOwnModuleOnly() {
        return new ArchCondition<>("use internals of their own module only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("kz.tapbot"))
                        .filter(use -> PublicTypes.isInternal(use.getTargetClass()))
                        .filter(use -> Module.owning(use.getTargetClass()) != Module.owning(type))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    /** One slice a package, the root package included, which no pattern of ArchUnit's would match. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
