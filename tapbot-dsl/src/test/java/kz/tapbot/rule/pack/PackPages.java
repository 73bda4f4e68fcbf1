package kz.tapbot.rule.pack;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.AvailabilityRules;
import kz.tapbot.rule.library.CapacityRules;
import kz.tapbot.rule.library.CompatibilityRules;
import kz.tapbot.rule.library.DataRules;
import kz.tapbot.rule.library.ExposureRules;
import kz.tapbot.rule.library.RulePack;
import kz.tapbot.rule.library.SecretRules;
import kz.tapbot.rule.library.UpkeepRules;

/** The pages of rules and packs, made of the rules themselves and of examples that are run. */
final class PackPages {

    private static final List<Class<?>> LIBRARY = List.of(
            ExposureRules.class,
            SecretRules.class,
            DataRules.class,
            CapacityRules.class,
            AvailabilityRules.class,
            UpkeepRules.class,
            CompatibilityRules.class);

    /** What is said of a pack beside its rules. */
    private static final Map<RulePack, String> NOTES = Map.of(
            RulePack.AVAILABILITY,
            "What each server and service takes with it when it is away is a table of the [report](../cli.md#report), \"What each takes with it\": single points of failure are counted there, and not forbidden.",
            RulePack.UPKEEP,
            "Logs need no rule: every container keeps three files of 10 MiB, unless `limits(l -> l.logs(…))` says otherwise.");

    private PackPages() {}

    /** The page of a rule, as {@code explain} prints it. */
    static String rule(TopologyRule rule) {
        Example broken = Example.broken(rule);
        Example mended = Example.mended(rule);
        String message = broken.withItsLines(rule.evaluate(broken.topology()).toString());
        return "# " + rule.name() + "\n\n" + capital(rule.sentence()) + ".\n\n" + kind(rule)
                + "\n\n## How to mend it\n\n" + capital(rule.cure().orElseThrow()) + ".\n\n## Example\n\n"
                + fenced("java", broken.text()) + "\n" + fenced("", message + "\n") + "\nMended:\n\n"
                + fenced("java", mended.text());
    }

    static String pack(RulePack pack) {
        StringBuilder out = new StringBuilder("# Pack: " + pack.title() + "\n\n" + pack.purpose()
                + " In Java: `RulePack." + pack.name() + "`. [All packs](README.md)\n");
        if (NOTES.containsKey(pack)) {
            out.append('\n').append(NOTES.get(pack)).append('\n');
        }
        rules(out, "Rules, on by default", pack.standard());
        rules(out, "Rules, offered", pack.offered());
        out.append("\n## Checks, always on\n\n| code | severity | what |\n|---|---|---|\n");
        pack.checks()
                .forEach(code -> out.append("| [" + code.id() + "](../diagnostics.md#" + anchor(code) + ") | "
                        + code.severity().name().toLowerCase(Locale.ROOT) + " | " + code.summary() + " |\n"));
        return out.toString();
    }

    private static void rules(StringBuilder out, String title, List<TopologyRule> rules) {
        if (!rules.isEmpty()) {
            out.append("\n## ").append(title).append('\n');
            rules.forEach(rule -> out.append('\n').append(demoted(rule(rule))));
        }
    }

    static String index(String head) {
        StringBuilder out = new StringBuilder(head);
        out.append("\n| pack | what for | on by default | offered | checks |\n|---|---|---|---|---|\n");
        for (RulePack pack : RulePack.values()) {
            out.append("| [" + pack.title() + "](" + pack.id() + ".md) | " + pack.purpose() + " | "
                    + pack.standard().size() + " | " + pack.offered().size() + " | "
                    + pack.checks().size() + " |\n");
        }
        out.append("\n## All ready rules\n\n| code | kind | pack | in Java |\n|---|---|---|---|\n");
        for (RulePack pack : RulePack.values()) {
            pack.rules()
                    .forEach(rule -> out.append("| [" + rule.name() + "](" + pack.id() + ".md#" + rule.name() + ") | "
                            + (pack.standard().contains(rule) ? "on by default" : "offered") + " | " + pack.title()
                            + " | `" + constant(rule) + "` |\n"));
        }
        return out.toString();
    }

    private static String kind(TopologyRule rule) {
        List<RulePack> packs = Arrays.stream(RulePack.values())
                .filter(pack -> pack.rules().contains(rule))
                .toList();
        boolean standard = packs.stream().anyMatch(pack -> pack.standard().contains(rule));
        String names = packs.stream().map(pack -> "*" + pack.title() + "*").collect(Collectors.joining(" and "));
        return (standard ? "On by default, in the pack " : "Offered, in the pack ") + names + ": `" + constant(rule)
                + "`.";
    }

    private static String constant(TopologyRule rule) {
        return LIBRARY.stream()
                .flatMap(type -> Stream.of(type.getFields()))
                .filter(field -> value(field) == rule)
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .findFirst()
                .orElseThrow();
    }

    static List<TopologyRule> constants() {
        return LIBRARY.stream()
                .flatMap(type -> Stream.of(type.getFields()))
                .map(PackPages::value)
                .toList();
    }

    private static TopologyRule value(Field field) {
        try {
            return (TopologyRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String fenced(String language, String text) {
        return "```" + language + "\n" + text + "```\n";
    }

    private static String demoted(String page) {
        return page.replaceAll("(?m)^(#+ )", "##$1");
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The anchor that GitHub makes of the heading of a code. */
    private static String anchor(Code code) {
        return (code.id() + ": " + code.summary())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
    }
}
