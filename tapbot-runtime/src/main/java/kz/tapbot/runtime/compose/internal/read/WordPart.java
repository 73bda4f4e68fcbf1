package kz.tapbot.runtime.compose.internal.read;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** Variables and labels: texts by name, and secrets among them. */
final class WordPart implements Part {

    /** Labels that Compose itself sets, if somebody copied them into a file. */
    private static final String OF_COMPOSE = "com.docker.compose.";

    private final Values values;
    private final Findings findings;
    private final Secrets secrets;
    private final Function<String, Optional<String>> beside;

    WordPart(Values values, Secrets secrets, Function<String, Optional<String>> beside) {
        this.values = values;
        this.findings = values.findings();
        this.secrets = secrets;
        this.beside = beside;
    }

    @Override
    public boolean take(Draft draft, String key, Yaml.Field field) {
        switch (key) {
            case "environment" ->
                values.pairs(draft.address(), key, field.value())
                        .forEach((name, said) -> variable(
                                draft, name, said, said.map(Yaml.Scalar::line).orElse(field.line())));
            case "env_file" -> files(draft, field);
            case "labels" ->
                values.pairs(draft.address(), key, field.value())
                        .forEach((name, said) -> label(
                                draft, name, said, said.map(Yaml.Scalar::line).orElse(field.line())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void variable(Draft draft, String name, Optional<Yaml.Scalar> said, int line) {
        draft.variables.add(name);
        if (said.isEmpty()) {
            secret(draft, name, secrets.fromEnvironment(name, line), line);
            return;
        }
        Optional<String> only = Interpolation.only(said.get().text());
        boolean given = only.flatMap(values::variable).isPresent();
        if (only.isPresent() && (!given || Secrecy.meansSecret(name) || Secrecy.meansSecret(only.get()))) {
            secret(draft, name, secrets.fromEnvironment(only.get(), line), line);
            return;
        }
        Interpolation.Replaced replaced = Interpolation.of(said.get().text(), values::variable);
        boolean withSecret = replaced.used().stream().anyMatch(Secrecy::meansSecret);
        if (withSecret || Secrecy.isSecret(name, replaced.text())) {
            // the raw text tells apart what is put together from variables, whose values may not even be known here
            SecretName secret = secrets.plain(
                    secretName(draft, name), withSecret ? said.get().text() : replaced.text(), line);
            secret(draft, name, secret, line);
            if (withSecret) {
                together(draft, name, secret, line);
            } else {
                secrets.tell(draft.address(), line, "The variable " + name, secret);
            }
            return;
        }
        values.text(draft.address(), "environment." + name, said.get())
                .ifPresentOrElse(
                        text -> plain(draft, name, text),
                        () -> plain(draft, name, new Values.Said("", "", false, line)));
    }

    /** By service and variable, said once where the variable says the service already. */
    private static String secretName(Draft draft, String variable) {
        String plain = variable.toLowerCase(Locale.ROOT).replace('_', '-');
        return plain.startsWith(draft.name + "-") ? variable : draft.name + "-" + variable;
    }

    private void together(Draft draft, String name, SecretName secret, int line) {
        findings.add(
                ComposeCode.SAID_OTHERWISE,
                draft.address(),
                line,
                "The variable " + name + " is put together from others, a secret among them.",
                "The source takes it whole from the variable "
                        + secrets.source(secret).arguments().get(0) + ".",
                "Set that one to the whole text where you apply.");
    }

    private void secret(Draft draft, String name, SecretName secret, int line) {
        draft.guarded("environment." + name, line, () -> {
            EnvironmentValue.checkName(name);
            draft.builder.putEnvironment(name, EnvironmentValue.secret(secret));
        });
        draft.place("environment." + name, line);
    }

    private void plain(Draft draft, String name, Values.Said said) {
        Traps.numbers(findings, draft.address(), "environment." + name, said);
        draft.guarded("environment." + name, said.line(), () -> {
            EnvironmentValue.checkName(name);
            draft.builder.putEnvironment(name, EnvironmentValue.text(said.text()));
        });
        draft.place("environment." + name, said.line());
    }

    private void label(Draft draft, String name, Optional<Yaml.Scalar> said, int line) {
        if (name.startsWith(OF_COMPOSE)) {
            return;
        }
        String value = said.flatMap(scalar -> values.text(draft.address(), "labels." + name, scalar))
                .map(Values.Said::text)
                .orElse("");
        draft.labels.put(name, new Values.Said(value, value, false, line));
        if (Secrecy.isSecret(name, value)) {
            findings.add(
                    ComposeCode.PASSWORD,
                    draft.address(),
                    line,
                    "The label " + kz.tapbot.model.value.InvalidValueException.show(name)
                            + " holds a password or its hash as plain text."
                            + (Secrecy.isPublic(value)
                                    ? " It is copied from a tutorial, and everybody knows the password."
                                    : ""),
                    "Whoever may list containers reads it. It is left out of the source.",
                    "Let a typed proxy ask for the login: .servedBy(proxy, host, port, Access.proxyLogin(\"admin\", Secret.generated(\""
                            + draft.name + "-login\")))");
            return;
        }
        draft.guarded("labels." + name, line, () -> {
            kz.tapbot.model.service.Service.builder()
                    .from(probe(draft))
                    .putLabels(name, value)
                    .build();
            draft.builder.putLabels(name, value);
        });
        draft.place("labels." + name, line);
    }

    /** A service that is right in all but the label that is tried on it. */
    private static kz.tapbot.model.service.Service probe(Draft draft) {
        return kz.tapbot.model.service.Service.builder()
                .name(draft.name)
                .kind(kz.tapbot.model.name.ServiceKind.of("container"))
                .image(kz.tapbot.model.service.Image.of("x:1"))
                .build();
    }

    private void files(Draft draft, Yaml.Field field) {
        Yaml value = field.value();
        for (Yaml item : value instanceof Yaml.Items items ? items.all() : java.util.List.of(value)) {
            Yaml path = item instanceof Yaml.Fields fields && fields.all().containsKey("path")
                    ? fields.all().get("path").value()
                    : item;
            values.text(draft.address(), "env_file", path).ifPresent(said -> file(draft, said));
        }
    }

    private void file(Draft draft, Values.Said path) {
        Optional<String> text = beside.apply(path.text());
        if (text.isEmpty()) {
            findings.add(
                    ComposeCode.UNKNOWN_VALUE,
                    draft.address(),
                    path.line(),
                    "The env_file " + kz.tapbot.model.value.InvalidValueException.show(path.text())
                            + " cannot be read here.",
                    "Its variables are not carried over.",
                    "Put it beside the Compose file and import again.");
            return;
        }
        EnvironmentFile.read(text.get()).forEach((name, value) -> {
            boolean later = draft.fields.containsKey("environment")
                    && values.pairs(
                                    draft.address(),
                                    "environment",
                                    draft.fields.get("environment").value())
                            .containsKey(name);
            draft.variables.add(name);
            if (later) {
                return;
            }
            if (Secrecy.isSecret(name, value)) {
                SecretName secret = secrets.plain(secretName(draft, name), value, path.line());
                secret(draft, name, secret, path.line());
                secrets.tell(draft.address(), path.line(), "The variable " + name + " of an env_file", secret);
            } else {
                plain(draft, name, new Values.Said(value, value, false, path.line()));
            }
        });
    }
}
