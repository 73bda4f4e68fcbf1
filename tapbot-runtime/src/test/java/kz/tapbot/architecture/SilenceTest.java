package kz.tapbot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.github.dockerjava.api.DockerClient;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A library is a guest in somebody's program: it neither prints nor ends it, and no log of it says what it should not. */
@AnalyzeClasses(locations = LibraryClasses.class)
class SilenceTest {

    @ArchTest
    static final ArchRule nothing_is_printed = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("kz.tapbot.Tapbot")
            .should(ACCESS_STANDARD_STREAMS)
            .because(
                    "even the command line writes only to the streams it is given, and Tapbot.main gives it the process's own");

    @ArchTest
    static final ArchRule nothing_ends_the_program = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule containers_are_not_listed_by_a_command_that_logs_them = noClasses()
            .should()
            .callMethod(DockerClient.class, "listContainersCmd")
            .because(
                    "docker-java logs its whole answer at TRACE, with command lines and labels of other people's containers");
}
