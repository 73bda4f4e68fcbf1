package kz.tapbot.runtime.compose.internal.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** What runs in a container: command, entry point, health check, restart and stop. */
final class RunPart implements Part {

    private final Values values;
    private final Findings findings;

    RunPart(Values values) {
        this.values = values;
        this.findings = values.findings();
    }

    @Override
    public boolean take(Draft draft, String key, Yaml.Field field) {
        switch (key) {
            case "command" -> command(draft, key, field, false);
            case "entrypoint" -> command(draft, key, field, true);
            case "healthcheck" -> health(draft, field);
            case "restart" -> restart(draft, field);
            case "stop_grace_period" -> stopGrace(draft, field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void command(Draft draft, String key, Yaml.Field field, boolean entrypoint) {
        if (field.value() instanceof Yaml.Scalar none && none.isNull()) {
            return;
        }
        List<String> words = words(draft, key, field.value());
        if (words.isEmpty()) {
            findings.notCarried(
                    draft.address(),
                    field.line(),
                    "\"" + key + "\" is empty, which takes away what the image has.",
                    "Tapbot has no word for that; name the program with .process(p -> p.entrypoint(…)).");
            return;
        }
        draft.words.addAll(words);
        if (refusesSecret(draft, key, field.line(), words)) {
            return;
        }
        draft.place(key, field.line());
        draft.guarded(key, field.line(), () -> {
            Command command = Command.of(words);
            if (entrypoint) {
                draft.builder.entrypoint(command);
            } else {
                draft.builder.command(command);
            }
        });
    }

    private List<String> words(Draft draft, String key, Yaml value) {
        if (value instanceof Yaml.Items) {
            return new ArrayList<>(values.texts(draft.address(), key, value).stream()
                    .map(Values.Said::text)
                    .toList());
        }
        return values.text(draft.address(), key, value)
                .map(said -> Words.of(said.text()))
                .orElse(List.of());
    }

    /** A command with a password in it is left out whole, and the source says so where it would stand. */
    private boolean refusesSecret(Draft draft, String key, int line, List<String> words) {
        if (!Secrecy.inCommand(words)) {
            return false;
        }
        findings.add(
                ComposeCode.PASSWORD,
                draft.address(),
                line,
                "\"" + key + "\" is given a password, key or token.",
                "Every process of the server can read it in the process list. It is left out of the source whole.",
                "Let the program read a file, change the password, and say the command without it:",
                "    .storage(s -> s.secretFile(\"/run/secrets/password\", Secret.generated(\"" + draft.name
                        + "-password\"), 1000))");
        draft.marks.add(findings.place(line) + ": " + key + " is left out, as a password is in it. See TB6122.");
        return true;
    }

    private void restart(Draft draft, Yaml.Field field) {
        Optional<Values.Said> said = values.text(draft.address(), "restart", field.value());
        if (said.isEmpty()) {
            return;
        }
        String text = said.get().text();
        String word = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
        Optional<RestartPolicy> policy = switch (word) {
            case "no", "false" -> Optional.of(RestartPolicy.NO);
            case "always" -> Optional.of(RestartPolicy.ALWAYS);
            case "on-failure" -> Optional.of(RestartPolicy.ON_FAILURE);
            case "unless-stopped" -> Optional.of(RestartPolicy.UNLESS_STOPPED);
            default -> Optional.empty();
        };
        if (policy.isEmpty()) {
            values.wrong(draft.address(), "restart", field.value(), "no, always, on-failure or unless-stopped");
            return;
        }
        draft.builder.restart(policy.get());
        draft.place("restart", field.line());
        if (!word.equals(text)) {
            findings.notCarried(
                    draft.address(),
                    field.line(),
                    "\"restart: on-failure\" with a most number of times has that number taken away.",
                    "Tapbot lets the engine start it again as often as it fails.");
        }
    }

    private void stopGrace(Draft draft, Yaml.Field field) {
        values.text(draft.address(), "stop_grace_period", field.value()).ifPresent(said -> {
            Optional<Duration> time = time(draft, "stop_grace_period", said);
            time.ifPresent(
                    grace -> draft.guarded("stop_grace_period", said.line(), () -> draft.builder.stopGrace(grace)));
            draft.place("stopGrace", field.line());
        });
    }

    private Optional<Duration> time(Draft draft, String key, Values.Said said) {
        Optional<Duration> time = Quantities.time(said.text());
        if (time.isEmpty()) {
            findings.add(
                    ComposeCode.NOT_COMPOSE,
                    draft.address(),
                    said.line(),
                    "\"" + key + "\" takes a time such as 30s or 1m30s, and something else stands there.",
                    "It is left out of the source.",
                    "Correct the file and import again.");
        }
        return time;
    }

    private void health(Draft draft, Yaml.Field field) {
        Map<String, Yaml.Field> said = values.fields(draft.address(), "healthcheck", field.value());
        Yaml.Field disabled = said.get("disable");
        boolean off = disabled != null && values.flag(draft.address(), "healthcheck.disable", disabled.value());
        Yaml.Field test = said.get("test");
        if (off || test == null) {
            findings.notCarried(
                    draft.address(),
                    field.line(),
                    off
                            ? "The health check of the image is turned off."
                            : "A health check without \"test\" changes that of the image.",
                    "Tapbot has no word for that; the image's own check stays. Say a check of your own.");
            return;
        }
        List<String> words = words(draft, "healthcheck.test", test.value());
        boolean shell = !(test.value() instanceof Yaml.Items)
                || !words.isEmpty() && words.get(0).equals("CMD-SHELL");
        List<String> command = shell
                ? List.of("sh", "-c", line(draft, test.value()))
                : words.isEmpty() ? words : words.subList(1, words.size());
        if (command.isEmpty() || !shell && !words.get(0).equals("CMD")) {
            findings.notCarried(
                    draft.address(),
                    test.line(),
                    "The health check is turned off, or begins with neither CMD nor CMD-SHELL.",
                    "Say a check of your own.");
            return;
        }
        if (refusesSecret(draft, "healthcheck", test.line(), command)) {
            return;
        }
        draft.place("healthCheck", field.line());
        draft.guarded(
                "healthcheck",
                field.line(),
                () -> draft.builder.healthCheck(new HealthCheck(
                        Command.of(command),
                        time(draft, said, "interval", Duration.ofSeconds(30)),
                        time(draft, said, "timeout", Duration.ofSeconds(30)),
                        retries(draft, said),
                        time(draft, said, "start_period", Duration.ZERO))));
        Yaml.Field start = said.get("start_interval");
        if (start != null) {
            findings.notCarried(
                    draft.address(),
                    start.line(),
                    "\"healthcheck.start_interval\" is not carried over.",
                    "Tapbot checks at one pace.");
        }
    }

    /** The shell's line of a check: all of a single text, or what stands behind CMD-SHELL. */
    private String line(Draft draft, Yaml value) {
        List<Values.Said> texts = values.texts(draft.address(), "healthcheck.test", value);
        List<String> words = texts.stream().map(Values.Said::text).toList();
        return value instanceof Yaml.Items ? String.join(" ", words.subList(1, words.size())) : String.join(" ", words);
    }

    /** What Compose and the engine take if nothing is said: 30 s, 30 s, 3 and 0 s (Dockerfile reference, HEALTHCHECK). */
    private Duration time(Draft draft, Map<String, Yaml.Field> said, String key, Duration otherwise) {
        Yaml.Field field = said.get(key);
        return field == null
                ? otherwise
                : values.text(draft.address(), "healthcheck." + key, field.value())
                        .flatMap(text -> time(draft, "healthcheck." + key, text))
                        .filter(time -> !time.isZero() || key.equals("start_period"))
                        .orElse(otherwise);
    }

    private int retries(Draft draft, Map<String, Yaml.Field> said) {
        Yaml.Field field = said.get("retries");
        if (field == null) {
            return 3;
        }
        Optional<Values.Said> text = values.text(draft.address(), "healthcheck.retries", field.value());
        if (text.isPresent() && text.get().text().matches("[0-9]{1,6}")) {
            int retries = Integer.parseInt(text.get().text());
            return retries == 0 ? 3 : retries;
        }
        values.wrong(draft.address(), "healthcheck.retries", field.value(), "a number");
        return 3;
    }
}
