package kz.tapbot.validate.internal.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.tapbot.model.value.Command;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2320: a command is a program and its arguments; no shell reads it, so that its operators, variables and spaces mean nothing. */
final class ShellMissing implements ServiceCheck {

    private static final Set<String> OPERATORS = Set.of("||", "&&", "|", ";", ">", ">>", "<", "2>&1");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?[A-Z_][A-Z0-9_]*}?");
    private static final Pattern SHELL = Pattern.compile("(?:.*/)?(?:ba|da|a|z|k)?sh");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        entry.service().healthCheck().ifPresent(check -> look(findings, entry, "healthCheck", check.command(), true));
        entry.service().entrypoint().ifPresent(command -> look(findings, entry, "entrypoint", command, true));
        entry.service().command().ifPresent(command -> look(findings, entry, "command", command, false));
    }

    /** What the image makes of a command it gets is its own business, except for operators, which no program takes as arguments. */
    private static void look(Findings findings, ServiceEntry entry, String setting, Command command, boolean whole) {
        List<String> words = command.arguments();
        if (words.stream().anyMatch(word -> SHELL.matcher(word).matches())) {
            return;
        }
        Optional<String> operator = words.stream().filter(OPERATORS::contains).findFirst();
        if (operator.isPresent()) {
            tell(findings, entry, setting, "\"" + operator.get() + "\" among its words", words);
        } else if (whole && words.get(0).contains(" ")) {
            tell(findings, entry, setting, "a whole line as its program", words);
        } else if (setting.equals("healthCheck")
                && words.stream().anyMatch(word -> VARIABLE.matcher(word).find())) {
            tell(findings, entry, setting, "a variable among its words", words);
        }
    }

    private static void tell(Findings findings, ServiceEntry entry, String setting, String what, List<String> words) {
        findings.add(
                TopologyCode.SHELL_MISSING,
                entry.at(setting),
                """
                The {} of {} has {}, and no shell to read it.
                The engine starts a program with its arguments as they stand; {} gets them as text, and fails.
                Say the shell, if the image has one, and the line as one word:
                    .{}("sh", "-c", "…")
                """,
                setting.equals("healthCheck") ? "health check" : setting,
                entry.address(),
                what,
                words.get(0).split(" ", 2)[0],
                setting.equals("entrypoint") ? "entrypoint" : "command");
    }
}
