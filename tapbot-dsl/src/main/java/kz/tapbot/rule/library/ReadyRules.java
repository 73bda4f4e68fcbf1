package kz.tapbot.rule.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.tapbot.rule.TopologyRule;

/** All ready rules of all packs. Each tells its reason and its cure, and holds where there is nothing to look at. */
public final class ReadyRules {

    private ReadyRules() {}

    /** Those that an estate breaks only by mistake. */
    public static List<TopologyRule> standard() {
        return of(RulePack::standard);
    }

    /** Those that are a matter of taste or of effort. */
    public static List<TopologyRule> offered() {
        return of(RulePack::offered);
    }

    /** The ready rule of that name, such as {@code services-have-a-memory-limit}. */
    public static Optional<TopologyRule> named(String name) {
        return Stream.concat(standard().stream(), offered().stream())
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }

    /**
     * The explanation of a ready rule for people, in Markdown: why, how a violation is mended, and an example of both.
     *
     * @throws IllegalArgumentException if there is no ready rule of the rule's name
     */
    public static String explanation(TopologyRule rule) {
        String file = "pages/" + rule.name() + ".md";
        try (InputStream in = named(rule.name()).isPresent() ? ReadyRules.class.getResourceAsStream(file) : null) {
            if (in == null) {
                throw new IllegalArgumentException("\"" + rule.name() + "\" is no ready rule.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TopologyRule> of(Function<RulePack, List<TopologyRule>> which) {
        return Arrays.stream(RulePack.values())
                .flatMap(pack -> which.apply(pack).stream())
                .distinct()
                .toList();
    }
}
