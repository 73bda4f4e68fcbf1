package kz.tapbot.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders types as text, one line a public or protected member, the same on every JDK. */
final class ApiListing {

    private ApiListing() {}

    static String of(List<JavaClass> types) {
        return types.stream().map(ApiListing::render).collect(Collectors.joining("\n"));
    }

    private static String render(JavaClass type) {
        List<Class<?>> parts = PublicTypes.withHiddenSupertypes(type).stream()
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        String members = parts.stream()
                .flatMap(part -> members(part, part == parts.get(0)))
                .distinct()
                .sorted()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        return header(parts.get(0)) + "\n" + members;
    }

    private static String header(Class<?> type) {
        Stream<String> extended = type.getGenericSuperclass() == null || type.getGenericSuperclass() == Object.class
                ? Stream.of()
                : Stream.of(name(type.getGenericSuperclass()));
        Stream<String> implemented =
                Arrays.stream(type.getGenericInterfaces()).map(ApiListing::name).sorted();
        String supertypes = Stream.concat(extended, implemented).collect(Collectors.joining(", "));
        return modifiers(type) + kind(type) + " " + type.getName() + variables(type.getTypeParameters())
                + (supertypes.isEmpty() ? "" : " : " + supertypes);
    }

    private static String modifiers(Class<?> type) {
        int shown = type.getModifiers() & (Modifier.PROTECTED | Modifier.FINAL);
        boolean isAbstract = Modifier.isAbstract(type.getModifiers()) && !type.isInterface();
        String words = Modifier.toString(shown) + (isAbstract ? " abstract" : "") + (type.isSealed() ? " sealed" : "");
        return words.isBlank() ? "" : words.strip() + " ";
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static Stream<String> members(Class<?> type, boolean withConstructors) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(ApiListing::isVisible)
                .map(ApiListing::line);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> withConstructors && isVisible(constructor))
                .map(ApiListing::line);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(ApiListing::isVisible)
                .map(ApiListing::line);
        return Stream.of(fields, constructors, methods).flatMap(lines -> lines);
    }

    private static boolean isVisible(Member member) {
        boolean seen = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
        return seen && !member.isSynthetic();
    }

    private static String line(Field field) {
        return words(field) + name(field.getGenericType()) + " " + field.getName();
    }

    private static String line(Constructor<?> constructor) {
        return words(constructor) + "new" + signature(constructor);
    }

    private static String line(Method method) {
        String variables = variables(method.getTypeParameters());
        return (method.isDefault() ? "default " : "")
                + words(method)
                + (variables.isEmpty() ? "" : variables + " ")
                + name(method.getGenericReturnType())
                + " "
                + method.getName()
                + signature(method);
    }

    /** The modifiers that matter to a caller. */
    private static String words(Member member) {
        int shown = Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        String words = Modifier.toString(member.getModifiers() & shown);
        return words.isEmpty() ? "" : words + " ";
    }

    private static String signature(Executable executable) {
        String thrown = names(executable.getGenericExceptionTypes());
        return "(" + names(executable.getGenericParameterTypes()) + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + " : " + names(variable.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(ApiListing::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }
}
