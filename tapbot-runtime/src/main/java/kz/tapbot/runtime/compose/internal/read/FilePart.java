package kz.tapbot.runtime.compose.internal.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** The secrets and configurations of a service: files that are put into its container. */
final class FilePart implements Part {

    private final Values values;
    private final Findings findings;
    private final Secrets secrets;
    private final MountPart mounts;
    private final Map<String, Yaml.Field> secretSources;
    private final Map<String, Yaml.Field> configSources;

    FilePart(
            Values values,
            Secrets secrets,
            MountPart mounts,
            Map<String, Yaml.Field> secretSources,
            Map<String, Yaml.Field> configSources) {
        this.values = values;
        this.findings = values.findings();
        this.secrets = secrets;
        this.mounts = mounts;
        this.secretSources = secretSources;
        this.configSources = configSources;
    }

    @Override
    public boolean take(Draft draft, String key, Yaml.Field field) {
        boolean secret = key.equals("secrets");
        if (!secret && !key.equals("configs")) {
            return false;
        }
        if (!(field.value() instanceof Yaml.Items items)) {
            values.wrong(draft.address(), key, field.value(), "a list");
            return true;
        }
        for (Yaml item : items.all()) {
            Map<String, Values.Said> said = said(draft, key, item);
            Values.Said source = said.get("source");
            if (source == null) {
                values.wrong(draft.address(), key, item, "a name, or a mapping with a \"source\"");
                continue;
            }
            Yaml.Field declared = (secret ? secretSources : configSources).get(source.text());
            if (declared == null) {
                values.wrong(draft.address(), key, item, "a name that is declared at the end of the file");
                continue;
            }
            draft.guarded(key, item.line(), () -> {
                if (secret) {
                    secret(draft, source.text(), declared, said, item.line());
                } else {
                    config(draft, source.text(), declared, said, item.line());
                }
            });
        }
        return true;
    }

    private Map<String, Values.Said> said(Draft draft, String key, Yaml item) {
        Map<String, Values.Said> all = new LinkedHashMap<>();
        if (item instanceof Yaml.Fields fields) {
            fields.all()
                    .forEach((word, field) -> values.text(draft.address(), key + "." + word, field.value())
                            .ifPresent(said -> all.put(word, said)));
        } else {
            values.text(draft.address(), key, item).ifPresent(said -> all.put("source", said));
        }
        return all;
    }

    private void secret(Draft draft, String name, Yaml.Field declared, Map<String, Values.Said> said, int line) {
        Map<String, Yaml.Field> source = values.fields(draft.address(), "secrets." + name, declared.value());
        Optional<SecretName> secret = secretOf(draft, name, source, declared.line());
        if (secret.isEmpty()) {
            findings.notCarried(
                    draft.address(),
                    line,
                    "A secret that is kept elsewhere (\"external\", or by a driver) is not carried over.",
                    "Say where it is read: Secret.file, Secret.environment or Secret.command.");
            return;
        }
        String target = said.containsKey("target") ? said.get("target").text() : name;
        String path = target.startsWith("/") ? target : "/run/secrets/" + target;
        draft.file(
                new ContainerFile(
                        ContainerPath.of(path), Content.secret(secret.get()), FileMode.OWNER_READ, owner(said)),
                line);
        findings.add(
                ComposeCode.SAID_OTHERWISE,
                draft.address(),
                line,
                "Compose mounts the file of a secret; Tapbot writes it for the container's user alone, mode 0400, owner "
                        + owner(said) + ".",
                "If the program runs as another user, say its number: .secretFile(\"" + path + "\", …, 1000).");
    }

    private static int owner(Map<String, Values.Said> said) {
        Values.Said user = said.get("uid");
        return user != null && user.text().matches("[0-9]{1,5}") ? Integer.parseInt(user.text()) : 0;
    }

    private Optional<SecretName> secretOf(Draft draft, String name, Map<String, Yaml.Field> source, int line) {
        Yaml.Field file = source.get("file");
        if (file != null) {
            return values.text(draft.address(), "secrets.file", file.value())
                    .map(path -> secrets.fromFile(name, mounts.absolute(draft, path.text(), path.line()), line));
        }
        Yaml.Field variable = source.get("environment");
        return variable == null
                ? Optional.empty()
                : values.text(draft.address(), "secrets.environment", variable.value())
                        .map(said -> secrets.fromEnvironment(said.text(), line));
    }

    private void config(Draft draft, String name, Yaml.Field declared, Map<String, Values.Said> said, int line) {
        Map<String, Yaml.Field> source = values.fields(draft.address(), "configs." + name, declared.value());
        ContainerPath path =
                ContainerPath.of(said.containsKey("target") ? said.get("target").text() : "/" + name);
        Yaml.Field file = source.get("file");
        Yaml.Field content = source.get("content");
        if (file != null) {
            values.text(draft.address(), "configs.file", file.value())
                    .ifPresent(at -> draft.mount(
                            Mount.host(HostPath.of(mounts.absolute(draft, at.text(), at.line())), path, true), line));
        } else if (content != null) {
            values.text(draft.address(), "configs.content", content.value())
                    .ifPresent(text -> content(draft, path, text, line));
        } else {
            findings.notCarried(
                    draft.address(),
                    line,
                    "A configuration that is kept elsewhere is not carried over.",
                    "Mount a file.");
        }
    }

    private void content(Draft draft, ContainerPath path, Values.Said text, int line) {
        if (Secrecy.inCommand(List.of(text.text().split("\\s+", -1))) || Secrecy.holdsSecret(text.text())) {
            findings.add(
                    ComposeCode.PASSWORD,
                    draft.address(),
                    line,
                    "The text of a configuration holds what looks like a password, key or token.",
                    "It is left out of the source whole.",
                    "Say it with .storage(s -> s.file(\"" + path + "\", f -> f.text(…).secret(…))).");
            draft.marks.add(
                    findings.place(line) + ": the file " + path + " is left out, as a password is in it. See TB6122.");
        } else {
            draft.file(new ContainerFile(path, Content.text(text.text()), FileMode.ALL_READ, 0), line);
        }
    }
}
