package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.TmpfsOptions;
import com.github.dockerjava.api.model.Ulimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.spi.Contents;

/** Says to the engine what a service's container shall be. */
final class ContainerWriting {

    private static final long NANOS_OF_MILLI_CPU = 1_000_000;

    /**
     * The engine asks no name server outside for a name without a dot once this is said (libnetwork, {@code resolver.go}): such a name is a container's, and
     * the answer that there is none must not wait for others.
     */
    private static final String NAMES_STAY_HERE = "ndots:1";

    private static final String NO_NEW_PRIVILEGES = "no-new-privileges:true";

    private final ContainerResource resource;
    private final Service service;
    private final Contents contents;
    private final String files;

    /**
     * With that.
     *
     * @param files the directory of the server with the files that were written for it
     */
    ContainerWriting(ContainerResource resource, Contents contents, String files) {
        this.resource = resource;
        this.service = resource.service();
        this.contents = contents;
        this.files = files;
    }

    CreateContainerCmd into(CreateContainerCmd command, String name, Mark mark, String directory) {
        command.withName(name)
                .withLabels(labels(mark, directory))
                .withEnv(environment())
                .withStopTimeout((int) service.stopGrace().toSeconds())
                .withHostConfig(host());
        if (!resource.canOverlap()) {
            command.withHostName(service.name().value());
        }
        service.entrypoint().ifPresent(words -> command.withEntrypoint(words.arguments()));
        service.command().ifPresent(words -> command.withCmd(words.arguments()));
        service.confinement().user().ifPresent(command::withUser);
        service.healthCheck().ifPresent(check -> command.withHealthcheck(health(check)));
        List<ExposedPort> exposed = new ArrayList<>();
        service.publications().forEach(publication -> exposed.add(inside(publication)));
        command.withExposedPorts(exposed);
        if (!service.networks().isEmpty()) {
            command.withAliases(service.networks().first().aliases());
        }
        return command;
    }

    /**
     * A further network of it. Others find a container by what it is called, and that is the service's name only once it is healthy: one that starts beside
     * the old one gets no visitors before. So neither its aliases say that name nor its host name, which the engine takes for an alias
     * (moby, {@code daemon/container_operations.go}, {@code updateNetworkConfig}).
     */
    static ContainerNetwork network(Attachment attachment) {
        return new ContainerNetwork().withAliases(attachment.aliases());
    }

    private Map<String, String> labels(Mark mark, String directory) {
        Map<String, String> labels = new TreeMap<>(service.labels());
        labels.putAll(Labels.of(mark));
        List<String> secrets = new ArrayList<>();
        service.environment()
                .forEach((variable, value) ->
                        value.secret().ifPresent(secret -> secrets.add("env " + variable + " " + secret)));
        for (ContainerFile file : service.files()) {
            secrets(file.content()).stream()
                    .limit(1)
                    .forEach(secret -> secrets.add("file " + file.path() + " " + secret));
        }
        if (!secrets.isEmpty()) {
            labels.put(Labels.SECRETS, String.join("\n", secrets));
        }
        if (!service.limits().ulimits().isEmpty()) {
            labels.put(
                    Labels.ULIMITS,
                    service.limits().ulimits().stream()
                            .map(limit -> limit.kind().word())
                            .collect(Collectors.joining(" ")));
        }
        if (!service.files().isEmpty()) {
            labels.put(Labels.FILES, directory);
        }
        return labels;
    }

    private static java.util.Collection<?> secrets(Content content) {
        return content.secrets();
    }

    private List<String> environment() {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, EnvironmentValue> variable :
                service.environment().entrySet()) {
            all.add(variable.getKey() + "=" + contents.value(variable.getValue()));
        }
        return all;
    }

    private HostConfig host() {
        Limits limits = service.limits();
        HostConfig host = HostConfig.newHostConfig()
                .withRestartPolicy(restart())
                .withReadonlyRootfs(service.confinement().readOnlyRoot())
                .withInit(service.confinement().init())
                .withCapDrop(capabilities(service.confinement().droppedCapabilities()))
                .withCapAdd(capabilities(service.confinement().addedCapabilities()))
                .withSecurityOpts(service.confinement().noNewPrivileges() ? List.of(NO_NEW_PRIVILEGES) : List.of())
                .withLogConfig(new LogConfig(
                        LogConfig.LoggingType.JSON_FILE,
                        Map.of(
                                "max-size", Long.toString(limits.logFile().bytes()),
                                "max-file", Integer.toString(limits.logFiles()))))
                .withMounts(mounts())
                .withPortBindings(ports())
                .withExtraHosts(names());
        limits.memory().ifPresent(memory -> host.withMemory(memory.bytes()));
        limits.cpus().ifPresent(cpus -> host.withNanoCPUs(cpus.millis() * NANOS_OF_MILLI_CPU));
        limits.processes().ifPresent(processes -> host.withPidsLimit((long) processes));
        host.withUlimits(limits.ulimits().stream()
                .map(limit -> new Ulimit(limit.kind().word(), limit.soft(), limit.hard()))
                .toList());
        if (!service.networks().isEmpty()) {
            host.withNetworkMode(service.networks().first().network().network().value())
                    .withDnsOptions(List.of(NAMES_STAY_HERE));
        }
        return host;
    }

    /** Other servers by their names inside links, and what may be reached there. */
    private String[] names() {
        return resource.links().stream()
                .flatMap(link -> link.names().stream()
                        .map(name -> name + ":" + link.end().gateway()))
                .toArray(String[]::new);
    }

    private RestartPolicy restart() {
        return switch (service.restart()) {
            case NO -> RestartPolicy.noRestart();
            case ON_FAILURE -> RestartPolicy.onFailureRestart(0);
            case ALWAYS -> RestartPolicy.alwaysRestart();
            case UNLESS_STOPPED -> RestartPolicy.unlessStoppedRestart();
        };
    }

    private static Capability[] capabilities(SortedSet<kz.tapbot.model.service.Capability> all) {
        return all.stream().map(one -> Capability.valueOf(one.name())).toArray(Capability[]::new);
    }

    private static HealthCheck health(kz.tapbot.model.service.HealthCheck check) {
        List<String> test = new ArrayList<>(List.of("CMD"));
        test.addAll(check.command().arguments());
        return new HealthCheck()
                .withTest(test)
                .withInterval(check.interval().toNanos())
                .withTimeout(check.timeout().toNanos())
                .withRetries(check.retries())
                .withStartPeriod(check.startPeriod().toNanos());
    }

    private List<Mount> mounts() {
        List<Mount> all = new ArrayList<>();
        for (kz.tapbot.model.service.Mount mount : service.mounts()) {
            Mount said = new Mount().withTarget(mount.target().value()).withReadOnly(mount.readOnly());
            mount.volume()
                    .ifPresent(volume -> said.withType(MountType.VOLUME)
                            .withSource(volume.volume().value()));
            mount.host().ifPresent(path -> said.withType(MountType.BIND).withSource(path.value()));
            mount.memory()
                    .ifPresent(size -> said.withType(MountType.TMPFS)
                            .withTmpfsOptions(new TmpfsOptions().withSizeBytes(size.bytes())));
            all.add(said);
        }
        for (ContainerFile file : service.files()) {
            all.add(new Mount()
                    .withType(MountType.BIND)
                    .withSource(files + file.path())
                    .withTarget(file.path().value())
                    .withReadOnly(true));
        }
        return all;
    }

    private PortBinding[] ports() {
        return service.publications().stream()
                .map(publication -> new PortBinding(
                        new Ports.Binding(
                                publication.bind().map(Object::toString).orElse(null),
                                Integer.toString(publication.host().number())),
                        inside(publication)))
                .toArray(PortBinding[]::new);
    }

    private static ExposedPort inside(Publication publication) {
        return new ExposedPort(
                publication.container(),
                publication.host().protocol() == Protocol.TCP ? InternetProtocol.TCP : InternetProtocol.UDP);
    }
}
