package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** Reads values of the kinds that Compose asks for, replaces variables in them, and tells what is of another kind. */
final class Values {

    /**
     * A text and where it stands.
     *
     * @param raw as it was written, with variables
     * @param text with variables replaced
     * @param plain whether it stands without quotes
     * @param line the line
     */
    record Said(String raw, String text, boolean plain, int line) {}

    private final Findings findings;
    private final Function<String, Optional<String>> environment;

    Values(Findings findings, Function<String, Optional<String>> environment) {
        this.findings = findings;
        this.environment = environment;
    }

    /** A text; nothing, with a finding, if it is a list, a mapping or nothing. */
    Optional<Said> text(Address address, String key, Yaml value) {
        Optional<Said> quiet = quiet(address, value);
        if (quiet.isEmpty()) {
            wrong(address, key, value, "a text");
        } else {
            known(address, key, value.line(), Interpolation.of(quiet.get().raw(), this::shown));
        }
        return quiet;
    }

    /** A text as {@link #text} gives it, without a word about what of it is not known. */
    Optional<Said> quiet(Address address, Yaml value) {
        if (!(value instanceof Yaml.Scalar scalar) || scalar.isNull()) {
            return Optional.empty();
        }
        Interpolation.Replaced replaced = Interpolation.of(scalar.text(), this::shown);
        if (replaced.wrong()) {
            findings.add(
                    ComposeCode.NOT_COMPOSE,
                    address,
                    scalar.line(),
                    "A dollar sign begins no variable that Compose could replace.",
                    "Compose refuses the file, or puts nothing there.",
                    "Write a dollar sign twice where one is meant: $$.");
        }
        return Optional.of(new Said(scalar.text(), replaced.text(), scalar.plain(), scalar.line()));
    }

    private void known(Address address, String key, int line, Interpolation.Replaced replaced) {
        if (!replaced.unknown().isEmpty()) {
            findings.add(
                    ComposeCode.UNKNOWN_VALUE,
                    address,
                    line,
                    "\"" + key + "\" depends on " + String.join(", ", replaced.unknown())
                            + ", which is set neither here nor in the file .env.",
                    "It is read as empty, as Compose does.",
                    "Set it and import again, or mend the value in the source.");
        }
    }

    /** Texts of a list, or of a single text. */
    List<Said> texts(Address address, String key, Yaml value) {
        List<Said> all = new ArrayList<>();
        if (value instanceof Yaml.Items items) {
            items.all().forEach(item -> text(address, key, item).ifPresent(all::add));
        } else {
            text(address, key, value).ifPresent(all::add);
        }
        return all;
    }

    /** A mapping; nothing, with a finding, if it is anything else. */
    Map<String, Yaml.Field> fields(Address address, String key, Yaml value) {
        if (value instanceof Yaml.Fields fields) {
            return fields.all();
        }
        boolean none = value instanceof Yaml.Scalar scalar && scalar.isNull();
        if (!none) {
            wrong(address, key, value, "a mapping");
        }
        return Map.of();
    }

    /** Names with values: a mapping, or a list of {@code NAME=value}. A name without a value has none. */
    Map<String, Optional<Yaml.Scalar>> pairs(Address address, String key, Yaml value) {
        Map<String, Optional<Yaml.Scalar>> all = new LinkedHashMap<>();
        if (value instanceof Yaml.Items items) {
            for (Yaml item : items.all()) {
                if (item instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                    int equals = scalar.text().indexOf('=');
                    String name = equals < 0 ? scalar.text() : scalar.text().substring(0, equals);
                    Optional<Yaml.Scalar> said = equals < 0
                            ? Optional.empty()
                            : Optional.of(new Yaml.Scalar(scalar.text().substring(equals + 1), false, scalar.line()));
                    all.put(name, said);
                } else {
                    wrong(address, key, item, "a text NAME=value");
                }
            }
            return all;
        }
        fields(address, key, value).forEach((name, field) -> {
            if (field.value() instanceof Yaml.Scalar scalar) {
                all.put(name, scalar.isNull() ? Optional.empty() : Optional.of(scalar));
            } else {
                wrong(address, key + "." + name, field.value(), "a text");
            }
        });
        return all;
    }

    /** A truth value; false, with a finding, if it is anything else. */
    boolean flag(Address address, String key, Yaml value) {
        Optional<Said> said = text(address, key, value);
        String word = said.map(Said::text).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            wrong(address, key, value, "true or false");
        }
        return word.equals("true");
    }

    void wrong(Address address, String key, Yaml value, String due) {
        findings.add(
                ComposeCode.NOT_COMPOSE,
                address,
                value.line(),
                "\"" + key + "\" takes " + due + ", and something else stands there.",
                "It is left out of the source.",
                "Correct the file and import again.");
    }

    Findings findings() {
        return findings;
    }

    /** A variable that means a secret has a character in place of its value that no command, label or path may hold, so that it gets nowhere. */
    private Optional<String> shown(String name) {
        return Secrecy.meansSecret(name) ? Optional.of(Secrecy.WITHHELD) : environment.apply(name);
    }

    /** The value of a variable, if it has one here. */
    Optional<String> variable(String name) {
        return environment.apply(name);
    }
}
