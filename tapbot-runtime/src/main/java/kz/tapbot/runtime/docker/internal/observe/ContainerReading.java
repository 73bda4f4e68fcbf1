package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Ulimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.resource.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Describes a container in the attributes of the resource that it is or would be. What the engine took from the image is left out unless it was asked for:
 * the one place where the engine's defaults are known.
 */
final class ContainerReading {

    private static final int ENGINE_STOP_GRACE = 10;
    private static final String NOT_SHOWN = "(not shown)";
    private static final String ALL_IPV4 = "0.0.0.0";
    private static final long NANOS_OF_MILLI_CPU = 1_000_000;

    /** Labels that Compose keeps its own books with: who made a container is no setting of it. */
    private static final String OF_COMPOSE = "com.docker.compose.";

    private final InspectContainerResponse found;
    private final ContainerConfig config;
    private final Optional<ContainerConfig> image;
    private final Optional<Service> desired;
    private final Attributes all = new Attributes();

    /**
     * Of that container.
     *
     * @param image the settings of its image, if that is still there
     * @param desired the service that it shall be
     */
    ContainerReading(InspectContainerResponse found, Optional<ContainerConfig> image, Optional<Service> desired) {
        this.found = found;
        this.config = found.getConfig();
        this.image = image;
        this.desired = desired;
    }

    /** All but what secrets are part of: variables and files. */
    Attributes attributes() {
        HostConfig host = found.getHostConfig();
        all.put("image", String.valueOf(config.getImage()));
        words(
                "entrypoint",
                found.getConfig().getEntrypoint(),
                ContainerConfig::getEntrypoint,
                desired.flatMap(Service::entrypoint));
        words("command", found.getConfig().getCmd(), ContainerConfig::getCmd, desired.flatMap(Service::command));
        all.put("restart", restart(host.getRestartPolicy()));
        all.put("stop-grace", stopGrace());
        health();
        user();
        limits(host);
        all.put("logs", logs(host.getLogConfig()));
        all.flag("read-only", Boolean.TRUE.equals(host.getReadonlyRootfs()));
        List<String> options = host.getSecurityOpts() == null ? List.of() : host.getSecurityOpts();
        all.flag(
                "no-new-privileges",
                options.stream().anyMatch(o -> o.startsWith("no-new-privileges") && !o.endsWith("false")));
        all.flag("init", Boolean.TRUE.equals(host.getInit()));
        all.list("cap-drop", capabilities(host.getCapDrop()));
        all.list("cap-add", capabilities(host.getCapAdd()));
        networks();
        names(host.getExtraHosts());
        publications(host.getPortBindings());
        labels();
        return all;
    }

    private boolean asked(java.util.function.Predicate<Service> what) {
        return desired.filter(what).isPresent();
    }

    private void words(
            String name,
            String @Nullable [] words,
            java.util.function.Function<ContainerConfig, String @Nullable []> ofImage,
            Optional<Command> asked) {
        boolean own = words != null
                && words.length > 0
                && (asked.isPresent()
                        || !image.map(ofImage)
                                .map(one -> Arrays.equals(one, words))
                                .orElse(false));
        if (own) {
            all.put(name, shown(String.join(" ", words), asked));
        }
    }

    /**
     * A command line that others gave their container may hold a password, as their variables and labels may. It is only shown where it is the very one that is
     * declared.
     */
    private String shown(String line, Optional<Command> asked) {
        boolean same = asked.map(Object::toString).filter(line::equals).isPresent();
        return ours() || same ? line : NOT_SHOWN;
    }

    private boolean ours() {
        return Labels.mark(labels(found)).isPresent();
    }

    /** docker-java's type does not know this setting, but keeps the whole answer. */
    private Duration stopGrace() {
        Object whole = found.getRawValues().get("Config");
        Object seconds = whole instanceof Map<?, ?> map ? map.get("StopTimeout") : null;
        return Duration.ofSeconds(seconds instanceof Number number ? number.longValue() : ENGINE_STOP_GRACE);
    }

    private static String restart(@Nullable RestartPolicy policy) {
        String name = policy == null || policy.getName() == null ? "" : policy.getName();
        return switch (name) {
            case "always" -> "ALWAYS";
            case "on-failure" -> "ON_FAILURE";
            case "unless-stopped" -> "UNLESS_STOPPED";
            default -> "NO";
        };
    }

    private void health() {
        HealthCheck check = config.getHealthcheck();
        List<String> test = check == null || check.getTest() == null ? List.of() : check.getTest();
        boolean images = image.map(ContainerConfig::getHealthcheck)
                .map(HealthCheck::getTest)
                .map(test::equals)
                .orElse(false);
        if (check == null
                || test.isEmpty()
                || test.get(0).equals("NONE")
                || images && !asked(s -> s.healthCheck().isPresent())) {
            return;
        }
        List<String> command = test.get(0).equals("CMD-SHELL")
                ? List.of("sh", "-c", String.join(" ", test.subList(1, test.size())))
                : test.subList(1, test.size());
        Integer retries = check.getRetries();
        all.put(
                "health",
                shown(
                                String.join(" ", command),
                                desired.flatMap(Service::healthCheck).map(one -> one.command()))
                        + " every " + duration(check.getInterval(), 30) + ", timeout "
                        + duration(check.getTimeout(), 30) + ", " + (retries == null || retries == 0 ? 3 : retries)
                        + " retries, start " + duration(check.getStartPeriod(), 0));
    }

    /** The engine's own interval, timeout and start period are 30 s, 30 s and 0 s (Dockerfile reference, HEALTHCHECK). */
    private static Duration duration(@Nullable Long nanos, int otherwise) {
        return nanos == null || nanos == 0 ? Duration.ofSeconds(otherwise) : Duration.ofNanos(nanos);
    }

    private void user() {
        String user = config.getUser();
        boolean images = image.map(ContainerConfig::getUser)
                .filter(one -> one.equals(user))
                .isPresent();
        if (user != null
                && !user.isEmpty()
                && (!images || asked(s -> s.confinement().user().isPresent()))) {
            all.put("user", user);
        }
    }

    private void limits(HostConfig host) {
        if (host.getMemory() != null && host.getMemory() > 0) {
            all.put("memory", DataSize.bytes(host.getMemory()));
        }
        if (host.getNanoCPUs() != null && host.getNanoCPUs() >= NANOS_OF_MILLI_CPU) {
            all.put("cpus", new Cpus((int) (host.getNanoCPUs() / NANOS_OF_MILLI_CPU)));
        }
        if (host.getPidsLimit() != null && host.getPidsLimit() > 0) {
            all.put("processes", host.getPidsLimit());
        }
        ulimits(host);
    }

    /** The engine writes its own default into every container that asks for nothing else: into one of ours only what was asked counts. */
    private void ulimits(HostConfig host) {
        Map<String, String> labels = labels(found);
        boolean ours = ours();
        Set<String> asked = Set.of(labels.getOrDefault(Labels.ULIMITS, "").split(" "));
        for (Ulimit limit : host.getUlimits() == null ? new Ulimit[0] : host.getUlimits()) {
            if (!ours || asked.contains(limit.getName())) {
                all.put("ulimit " + limit.getName(), text(limit));
            }
        }
    }

    private static String text(Ulimit limit) {
        long soft = limit.getSoftLong();
        long hard = limit.getHardLong();
        String least = kz.tapbot.model.service.Ulimit.text(soft);
        return soft == hard ? least : least + ":" + kz.tapbot.model.service.Ulimit.text(hard);
    }

    private static String logs(@Nullable LogConfig logs) {
        Map<String, String> options = logs == null || logs.getConfig() == null ? Map.of() : logs.getConfig();
        String size = options.get("max-size");
        if (size == null) {
            return "unlimited";
        }
        return options.getOrDefault("max-file", "1") + " × " + size(size);
    }

    /** A size as the engine's log options write it: a number and k, m or g (Docker, "JSON File logging driver"). */
    static String size(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 15) {
            return text;
        }
        int power = text.length() == digits ? 0 : "bkmgt".indexOf(Character.toLowerCase(text.charAt(digits)));
        long bytes = power < 0 ? -1 : Long.parseLong(text.substring(0, digits)) << 10 * power;
        return bytes <= 0 ? text : DataSize.bytes(bytes).toString();
    }

    private static Set<String> capabilities(Capability @Nullable [] capabilities) {
        Set<String> names = new TreeSet<>();
        if (capabilities != null) {
            Arrays.stream(capabilities).forEach(capability -> names.add(capability.name()));
        }
        return names;
    }

    private void networks() {
        Map<String, ContainerNetwork> networks = found.getNetworkSettings() == null
                ? Map.of()
                : found.getNetworkSettings().getNetworks();
        String current = name(found);
        String base = current.contains(".") ? current.substring(0, current.indexOf('.')) : current;
        networks.forEach((name, network) -> {
            if (!Set.of("bridge", "none", "host").contains(name)) {
                Set<String> aliases = new TreeSet<>(network.getAliases() == null ? List.of() : network.getAliases());
                aliases.removeIf(alias -> alias.equals(current)
                        || alias.equals(base)
                        || found.getId().startsWith(alias));
                all.put("network " + name, String.join(", ", aliases));
            }
        });
    }

    /** A container's name without the slash that the engine writes before it. */
    static String name(InspectContainerResponse found) {
        return found.getName().startsWith("/") ? found.getName().substring(1) : found.getName();
    }

    /** Names that others gave their containers are theirs to keep. */
    private void names(String @Nullable [] hosts) {
        if (hosts != null && ours()) {
            for (String host : hosts) {
                int colon = host.indexOf(':');
                if (colon > 0) {
                    all.put("name " + host.substring(0, colon), host.substring(colon + 1));
                }
            }
        }
    }

    private void publications(@Nullable Ports ports) {
        if (ports == null) {
            return;
        }
        ports.getBindings().forEach((inside, bindings) -> {
            if (bindings != null) {
                for (Ports.Binding binding : bindings) {
                    all.put(
                            "publish " + bind(binding, protocol(inside)) + binding.getHostPortSpec() + "/"
                                    + protocol(inside),
                            inside.getPort());
                }
            }
        });
    }

    private static String protocol(ExposedPort port) {
        return port.getProtocol().name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * No address means all of both families. So does that of IPv4 alone to most who write it, Compose among them, and counts as the same unless the
     * declaration names it, or we have made the container, which has what was declared then.
     */
    private String bind(Ports.Binding binding, String protocol) {
        String address = binding.getHostIp();
        String port = binding.getHostPortSpec() + "/" + protocol;
        boolean named = asked(service -> service.publications().stream()
                .anyMatch(one -> one.host().toString().equals(port)
                        && one.bind()
                                .map(Object::toString)
                                .filter(ALL_IPV4::equals)
                                .isPresent()));
        if (address == null || address.isEmpty() || address.equals(ALL_IPV4) && !named && !ours()) {
            return "";
        }
        return address.indexOf(':') >= 0 ? "[" + address + "]:" : address + ":";
    }

    /** What others keep in labels may be a password's hash: it is not shown, as what they keep in variables is not. */
    private void labels() {
        boolean ours = ours();
        Map<String, String> labels = config.getLabels() == null ? Map.of() : config.getLabels();
        Map<String, String> ofImage = image.map(ContainerConfig::getLabels).orElse(Map.of());
        labels.forEach((key, value) -> {
            boolean images =
                    value.equals(ofImage.get(key)) && !asked(s -> s.labels().containsKey(key));
            boolean tools = key.startsWith(OF_COMPOSE) && !asked(s -> s.labels().containsKey(key));
            if (!key.startsWith(Labels.PREFIX) && !images && !tools) {
                boolean shown = ours || asked(s -> s.labels().containsKey(key));
                all.put("label " + key, shown ? value : NOT_SHOWN);
            }
        });
    }

    /** The variables that are not the image's own, as {@code NAME=value}. */
    List<String> environment() {
        List<String> own = new ArrayList<>();
        String @Nullable [] imagesOwn = image.isPresent() ? image.get().getEnv() : null;
        List<String> ofImage = imagesOwn == null ? List.of() : Arrays.asList(imagesOwn);
        for (String variable : config.getEnv() == null ? new String[0] : config.getEnv()) {
            String name = variable.substring(0, Math.max(0, variable.indexOf('=')));
            if (!ofImage.contains(variable) || asked(s -> s.environment().containsKey(name))) {
                own.add(variable);
            }
        }
        return own;
    }

    /** Its labels. */
    static Map<String, String> labels(InspectContainerResponse found) {
        Map<String, String> labels = found.getConfig().getLabels();
        return labels == null ? Map.of() : labels;
    }

    static SortedMap<String, String> sorted(Attributes attributes) {
        return attributes.all();
    }
}
