package kz.tapbot.runtime.compose.internal.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.service.Capability;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** What a container may take, and what it is kept from. */
final class GuardPart implements Part {

    private final Values values;
    private final Findings findings;
    private final Ulimits ulimits;

    GuardPart(Values values) {
        this.values = values;
        this.findings = values.findings();
        this.ulimits = new Ulimits(values);
    }

    @Override
    public boolean take(Draft draft, String key, Yaml.Field field) {
        switch (key) {
            case "mem_limit" -> memory(draft, key, field);
            case "cpus" -> cpus(draft, key, field);
            case "pids_limit" -> processes(draft, key, field);
            case "ulimits" -> ulimits.read(draft, field);
            case "deploy" -> deploy(draft, field);
            case "logging" -> logging(draft, field);
            case "user" ->
                values.text(draft.address(), key, field.value()).ifPresent(said -> {
                    Traps.sixties(findings, draft.address(), key, said);
                    draft.guarded(key, field.line(), () -> draft.confinement.user(checked(said.text())));
                    draft.place("confinement.user", field.line());
                });
            case "read_only" -> draft.confinement.readOnlyRoot(values.flag(draft.address(), key, field.value()));
            case "init" -> draft.confinement.init(values.flag(draft.address(), key, field.value()));
            case "cap_add" -> capabilities(draft, key, field);
            case "cap_drop" -> capabilities(draft, key, field);
            case "security_opt" -> options(draft, field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String checked(String user) {
        kz.tapbot.model.service.Confinement.builder().user(user).build();
        return user;
    }

    private void memory(Draft draft, String key, Yaml.Field field) {
        values.text(draft.address(), key, field.value()).ifPresent(said -> {
            Quantities.size(said.text())
                    .ifPresentOrElse(
                            draft.limits::memory,
                            () -> values.wrong(draft.address(), key, field.value(), "a size such as 512m"));
            draft.place("limits.memory", field.line());
        });
    }

    private void cpus(Draft draft, String key, Yaml.Field field) {
        values.text(draft.address(), key, field.value())
                .ifPresent(said -> Quantities.cpus(said.text())
                        .ifPresentOrElse(
                                draft.limits::cpus,
                                () -> values.wrong(
                                        draft.address(), key, field.value(), "a number of processors such as 0.5")));
    }

    private void processes(Draft draft, String key, Yaml.Field field) {
        values.text(draft.address(), key, field.value()).ifPresent(said -> {
            if (said.text().matches("[1-9][0-9]{0,8}")) {
                draft.limits.processes(Integer.parseInt(said.text()));
            } else if (!said.text().equals("-1") && !said.text().equals("0")) {
                values.wrong(draft.address(), key, field.value(), "a number of processes");
            }
        });
    }

    private void deploy(Draft draft, Yaml.Field field) {
        Map<String, Yaml.Field> deploy = values.fields(draft.address(), "deploy", field.value());
        deploy.forEach((key, inner) -> {
            if (key.equals("resources")) {
                resources(draft, inner);
            } else if (!key.equals("replicas") || !isOne(draft, inner)) {
                notSaid(draft, "deploy." + key, inner.line());
            }
        });
    }

    private boolean isOne(Draft draft, Yaml.Field replicas) {
        return values.text(draft.address(), "deploy.replicas", replicas.value())
                .filter(said -> said.text().equals("1"))
                .isPresent();
    }

    private void resources(Draft draft, Yaml.Field field) {
        values.fields(draft.address(), "deploy.resources", field.value()).forEach((key, inner) -> {
            if (!key.equals("limits")) {
                notSaid(draft, "deploy.resources." + key, inner.line());
                return;
            }
            values.fields(draft.address(), "deploy.resources.limits", inner.value())
                    .forEach((limit, value) -> {
                        switch (limit) {
                            case "memory" -> memory(draft, "deploy.resources.limits.memory", value);
                            case "cpus" -> cpus(draft, "deploy.resources.limits.cpus", value);
                            case "pids" -> processes(draft, "deploy.resources.limits.pids", value);
                            default -> notSaid(draft, "deploy.resources.limits." + limit, value.line());
                        }
                    });
        });
    }

    private void notSaid(Draft draft, String key, int line) {
        findings.notCarried(
                draft.address(),
                line,
                "\"" + key + "\" is not carried over: Tapbot has no word for it.",
                "Decide whether you need it.");
    }

    /** How a log is kept. Without a size nothing ever rotates; without a number there is one file (Docker, "JSON File logging driver"). */
    private void logging(Draft draft, Yaml.Field field) {
        Map<String, Yaml.Field> logging = values.fields(draft.address(), "logging", field.value());
        Optional<String> driver = text(draft, logging, "driver");
        if (driver.isPresent() && !driver.get().equals("json-file")) {
            findings.notCarried(
                    draft.address(),
                    field.line(),
                    "Logs do not go to files of the engine but to another driver.",
                    "Tapbot keeps them in files that rotate, three of 10 MiB; ship them from there.");
            return;
        }
        Yaml.Field options = logging.get("options");
        Map<String, Yaml.Field> said =
                options == null ? Map.of() : values.fields(draft.address(), "logging.options", options.value());
        said.forEach((key, inner) -> {
            if (!key.equals("max-size") && !key.equals("max-file")) {
                notSaid(draft, "logging.options." + key, inner.line());
            }
        });
        text(draft, said, "max-size").flatMap(Quantities::size).ifPresent(size -> {
            draft.limits.logFile(size);
            String files = text(draft, said, "max-file")
                    .filter(count -> count.matches("[1-9][0-9]?"))
                    .orElse("1");
            draft.limits.logFiles(Integer.parseInt(files));
            draft.place("limits.logs", field.line());
        });
    }

    private Optional<String> text(Draft draft, Map<String, Yaml.Field> all, String key) {
        Yaml.Field field = all.get(key);
        return field == null
                ? Optional.empty()
                : values.text(draft.address(), key, field.value()).map(Values.Said::text);
    }

    private void capabilities(Draft draft, String key, Yaml.Field field) {
        for (Values.Said said : values.texts(draft.address(), key, field.value())) {
            String plain = said.text().toUpperCase(Locale.ROOT);
            String name = plain.startsWith("CAP_") ? plain.substring(4) : plain;
            draft.guarded(key, said.line(), () -> {
                Capability capability = Capability.of(name);
                if (key.equals("cap_add")) {
                    draft.confinement.addAddedCapabilities(capability);
                } else {
                    draft.confinement.addDroppedCapabilities(capability);
                }
            });
            draft.place("confinement." + (key.equals("cap_add") ? "added" : "dropped") + "Capabilities", field.line());
        }
    }

    private void options(Draft draft, Yaml.Field field) {
        List<Values.Said> options = values.texts(draft.address(), "security_opt", field.value());
        for (Values.Said said : options) {
            switch (said.text()) {
                case "no-new-privileges", "no-new-privileges:true", "no-new-privileges=true" ->
                    draft.confinement.noNewPrivileges(true);
                case "no-new-privileges:false", "no-new-privileges=false" -> draft.confinement.noNewPrivileges(false);
                default ->
                    findings.add(
                            ComposeCode.NOT_CARRIED,
                            draft.address(),
                            said.line(),
                            "A security option other than no-new-privileges is not carried over.",
                            "Tapbot runs containers with the engine's own profiles.");
            }
        }
    }
}
