package kz.tapbot.runtime.compose.internal.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** One service: each key by the part that knows it, and a word about every other. */
final class ServiceImport {

    private static final Set<String> ELSEWHERE = Set.of("image", "container_name", "depends_on");

    /** What is worth more than the general advice. */
    private static final Map<String, String> ADVICE = Map.of(
            "build", "Tapbot builds no images: build it, push it with the tag of its version, and name that.",
            "extends",
                    "What it extends is not read: say it in the source, or merge the files with \"docker compose config\" first.",
            "privileged", "A privileged container is root on the server. Add the capabilities that it needs instead.",
            "devices", "Tapbot hands no devices to containers.",
            "links", "Services on a common network find each other by name without links.",
            "pid", "A container that sees the processes of the server is no wall.",
            "extra_hosts", "Use names that are served by DNS, or by services on its networks.",
            "working_dir", "Give the command whole paths, or build the folder into the image.",
            "sysctls", "Say them for the server: .system(s -> …).");

    private final Values values;
    private final List<Part> parts;
    private final Needs needs;
    private final ImagePart images;

    ServiceImport(Values values, List<Part> parts, Needs needs, ImagePart images) {
        this.values = values;
        this.parts = parts;
        this.needs = needs;
        this.images = images;
    }

    void read(Draft draft) {
        draft.builder.kind(ServiceKind.of("container")).restart(RestartPolicy.NO);
        draft.confinement.noNewPrivileges(false);
        draft.builder.image(images.image(draft));
        draft.fields.forEach((key, field) -> {
            boolean taken = ELSEWHERE.contains(key) || key.startsWith("x-");
            for (Part part : parts) {
                taken = taken || part.take(draft, key, field);
            }
            if (!taken) {
                other(draft, key, field);
            }
        });
        needs.read(draft);
        if (!draft.fields.containsKey("logging")) {
            grows(draft);
        }
    }

    private void other(Draft draft, String key, Yaml.Field field) {
        if (key.equals("profiles")) {
            draft.builder.planned(true);
            values.findings()
                    .add(
                            ComposeCode.SAID_OTHERWISE,
                            draft.address(),
                            field.line(),
                            "A service with profiles is only started when it is asked for.",
                            "In the source it is planned: part of the model, not of the machines.",
                            "Remove .planned() where it shall run.");
            return;
        }
        boolean off = field.value() instanceof Yaml.Scalar scalar
                && (scalar.isNull() || scalar.text().equals("false"));
        boolean harmless = Set.of("pull_policy", "attach", "platform").contains(key)
                || off && Set.of("tty", "stdin_open", "privileged").contains(key);
        if (!harmless) {
            values.findings()
                    .notCarried(
                            draft.address(),
                            field.line(),
                            kz.tapbot.model.value.InvalidValueException.show(key)
                                    + " is not carried over: Tapbot has no word for it.",
                            ADVICE.getOrDefault(key, "Decide whether you need it."));
        }
    }

    private void grows(Draft draft) {
        values.findings()
                .add(
                        ComposeCode.LOG_GROWS,
                        draft.address(),
                        draft.line,
                        "The service says nothing about its log, which then grows until the disk is full.",
                        "Tapbot keeps three files of 10 MiB. Unless the engine does the same by its own configuration, the plan changes that.",
                        "For \"nothing to change\", say it in the file: logging: { driver: json-file, options: { max-size: 10m, max-file: \"3\" } }");
    }
}
