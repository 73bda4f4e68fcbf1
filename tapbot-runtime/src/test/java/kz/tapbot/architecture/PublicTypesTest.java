package kz.tapbot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is public is meant to be: closed to extension unless said here, and free of other people's types. */
@AnalyzeClasses(locations = LibraryClasses.class)
class PublicTypesTest {

    /** Public classes that users may extend, each with its reason. */
    private static final Map<String, String> OPEN_TO_EXTENSION =
            Map.of("kz.tapbot.diagnostic.TapbotException", "the root of all our exceptions, extended in every module");

    /** Libraries that we may exchange without anybody's code breaking. */
    private static final List<String> KEPT_INSIDE = List.of(
            "at.favre.",
            "com.cronutils.",
            "com.fasterxml.",
            "com.github.dockerjava.",
            "com.google.common.",
            "com.hierynomus.",
            "inet.ipaddr.",
            "net.schmizz.",
            "org.eclipse.",
            "org.snakeyaml.");

    /** The package that is a transport for docker-java: to implement docker-java's types is its purpose. */
    private static final String TRANSPORT = "kz.tapbot.docker.http";

    @ArchTest
    static final ArchRule public_classes_are_closed =
            classes().that(PublicTypes.ARE_PUBLIC_API).should(beClosed()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule public_signatures_name_our_types_or_javas = classes()
            .that(PublicTypes.ARE_PUBLIC_API)
            .should(keepLibrariesInside())
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, an interface, a record, an enum or an annotation") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isInterface()
                        || type.isEnum()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.reflect().isSealed()
                        || OPEN_TO_EXTENSION.containsKey(type.getName());
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is open to extension: make it final or sealed"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> keepLibrariesInside() {
        return new ArchCondition<>("name no library's type in a signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                typesInSignaturesOf(type).stream()
                        .filter(name -> KEPT_INSIDE.stream().anyMatch(name::startsWith))
                        .filter(name -> !isWhatItIsMadeFor(type, name))
                        .forEach(name ->
                                events.add(SimpleConditionEvent.violated(type, type.getName() + " shows " + name)));
            }
        };
    }

    private static boolean isWhatItIsMadeFor(JavaClass type, String name) {
        return type.getPackageName().equals(TRANSPORT) && name.startsWith("com.github.dockerjava.");
    }

    private static Set<String> typesInSignaturesOf(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members = PublicTypes.withHiddenSupertypes(type).stream()
                .flatMap(part -> part.getMembers().stream())
                .filter(PublicTypesTest::isVisible)
                .flatMap(PublicTypesTest::typesOf);
        Set<String> names = new TreeSet<>();
        Stream.concat(supertypes, members)
                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                .forEach(raw -> names.add(raw.getBaseComponentType().getName()));
        return names;
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        var unit = (JavaCodeUnit) member;
        Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(JavaType.class::cast);
        Stream<JavaType> taken = Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()));
        return Stream.concat(taken, thrown);
    }
}
