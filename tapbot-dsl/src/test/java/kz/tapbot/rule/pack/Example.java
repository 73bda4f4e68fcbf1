package kz.tapbot.rule.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.Topology;
import kz.tapbot.rule.TopologyRule;

/**
 * What breaks a rule, or the same when it is mended: a method of a class of examples, with its text.
 *
 * @param method the method
 * @param file its file
 * @param text its body
 * @param line the line of the file on which its body begins
 */
record Example(Method method, String file, String text, int line) {

    private static final List<Class<?>> CLASSES =
            List.of(LeastExposureExamples.class, DataExamples.class, RunningExamples.class);

    static Example broken(TopologyRule rule) {
        return named(camel(rule.name()));
    }

    static Example mended(TopologyRule rule) {
        return named(camel(rule.name()) + "Mended");
    }

    private static Example named(String name) {
        Class<?> type = CLASSES.stream()
                .filter(one -> Arrays.stream(one.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No class of examples has a method " + name + "."));
        try {
            String file = type.getSimpleName() + ".java";
            String source = Files.readString(Path.of("src/test/java/kz/tapbot/rule/pack", file));
            Matcher body = Pattern.compile("(?ms)^    static void " + name + "\\(TopologySpec t\\) \\{\n(.*?)^    \\}$")
                    .matcher(source);
            if (!body.find()) {
                throw new AssertionError("No text of " + name + " in " + file + ".");
            }
            int line = (int) source.substring(0, body.start(1)).lines().count() + 1;
            return new Example(type.getDeclaredMethod(name, TopologySpec.class), file, dedent(body.group(1)), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    Topology topology() {
        return Tapbot.draft("shop", this::declare).topology();
    }

    private void declare(TopologySpec t) {
        try {
            method.invoke(null, t);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A message about it with the lines of its text, as if it were a file of its own. */
    String withItsLines(String message) {
        return Pattern.compile("\\(" + Pattern.quote(file) + ":([0-9]+)\\)( via \\([^)]*\\))?")
                .matcher(message)
                .replaceAll(this::place);
    }

    private String place(MatchResult found) {
        return "(Shop.java:" + (Integer.parseInt(found.group(1)) - line + 1) + ")";
    }

    private static String dedent(String body) {
        return body.replaceAll("(?m)^ {8}", "");
    }

    private static String camel(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("-", -1)) {
            out.append(out.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }
}
