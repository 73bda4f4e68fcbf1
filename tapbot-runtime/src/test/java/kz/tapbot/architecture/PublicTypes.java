package kz.tapbot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What counts as public: nameable from another package, and not in a package called {@code internal}. */
final class PublicTypes {

    static final DescribedPredicate<JavaClass> ARE_PUBLIC_API =
            describe("are public API", type -> isNameable(type) && !isInternal(type));

    private PublicTypes() {}

    static boolean isInternal(JavaClass type) {
        return Arrays.asList(type.getPackageName().split("\\.")).contains("internal");
    }

    /**
     * The type itself and those of its supertypes whose members it makes public although they are not public themselves,
     * such as the builder that Immutables generates below a public one.
     */
    static List<JavaClass> withHiddenSupertypes(JavaClass type) {
        Stream<JavaClass> supertypes =
                Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
        Stream<JavaClass> hidden =
                supertypes.filter(supertype -> supertype.getName().startsWith("kz.tapbot.") && !isNameable(supertype));
        return Stream.concat(Stream.of(type), hidden).toList();
    }

    private static boolean isNameable(JavaClass type) {
        boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return visible && type.getEnclosingClass().map(PublicTypes::isNameable).orElse(true);
    }
}
