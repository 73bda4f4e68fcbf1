package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.docker.internal.keep.Kept;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.spi.Contents;

/** Describes variables and files of a container, by fingerprints where secrets are part of them: no value leaves this class. */
final class SecretReading {

    private final Contents contents;
    private final Optional<Service> desired;
    private final boolean ours;
    private final Map<String, SecretName> noted = new HashMap<>();

    /**
     * Of that container.
     *
     * @param ours whether it is of this topology: what others keep in variables is not shown
     */
    SecretReading(Contents contents, Optional<Service> desired, InspectContainerResponse found, boolean ours) {
        this.ours = ours;
        this.contents = contents;
        this.desired = desired;
        ContainerReading.labels(found).getOrDefault(Labels.SECRETS, "").lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            try {
                noted.put(line.substring(0, Math.max(space, 0)), SecretName.of(line.substring(space + 1)));
            } catch (InvalidValueException e) {
                // A label that somebody else wrote: what it is about is shown as what it is, no secret of ours.
                noted.remove(line);
            }
        });
    }

    void environment(Attributes all, List<String> variables) {
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                String name = variable.substring(0, equals);
                all.put("env " + name, shown(name, variable.substring(equals + 1)));
            }
        }
    }

    private String shown(String name, String value) {
        Optional<SecretName> wanted =
                desired.map(service -> service.environment().get(name)).flatMap(EnvironmentValue::secret);
        Optional<SecretName> secret = wanted.or(() -> Optional.ofNullable(noted.get("env " + name)));
        return secret.map(one -> contents.fingerprint(Content.secret(one), value.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ours || isPlain(name) ? value : "(not shown)");
    }

    private boolean isPlain(String name) {
        return desired.map(service -> service.environment().get(name))
                .flatMap(EnvironmentValue::text)
                .isPresent();
    }

    void files(Attributes all, Map<String, Kept> files) {
        files.forEach((path, file) -> all.put(
                "file " + path,
                contents.fingerprint(content(path), file.bytes()) + " "
                        + String.format(Locale.ROOT, "0%03o", file.mode()) + " " + file.owner()));
    }

    private Content content(String path) {
        Optional<Content> wanted = desired.stream()
                .flatMap(service -> service.files().stream())
                .filter(file -> file.path().value().equals(path))
                .map(ContainerFile::content)
                .findFirst();
        return wanted.orElseGet(() -> Optional.ofNullable(noted.get("file " + path))
                .map(Content::secret)
                .orElseGet(() -> Content.text("")));
    }
}
