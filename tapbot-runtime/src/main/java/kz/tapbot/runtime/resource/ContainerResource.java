package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;

/**
 * The container of a service. A container cannot be changed, so that every change is an update to a new one.
 *
 * @param server the server it is on
 * @param service the service with all that its container needs
 * @param links what it has of links between servers, whose networks are among the service's
 * @param login how to log in at the registry of its image; what runs does not depend on it
 * @param requires what must be there before it: networks, volumes, and needed services' containers
 */
public record ContainerResource(
        ServerName server,
        Service service,
        SortedSet<LinkUse> links,
        Optional<RegistryLogin> login,
        SortedSet<Address> requires)
        implements EngineResource {

    /** Copies the links. */
    public ContainerResource {
        links = Collections.unmodifiableSortedSet(new TreeSet<>(links));
    }

    /** Without links to other servers, of an image that everybody is given. */
    public ContainerResource(ServerName server, Service service, SortedSet<Address> requires) {
        this(server, service, Collections.emptySortedSet(), Optional.empty(), requires);
    }

    /** Its name. */
    public ServiceName name() {
        return service.name();
    }

    @Override
    public Address address() {
        return Address.on(server, "container", service.name().value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        Attributes all = new Attributes()
                .put("image", service.image())
                .put("entrypoint", service.entrypoint())
                .put("command", service.command())
                .put("restart", service.restart())
                .put("stop-grace", service.stopGrace())
                .put("health", service.healthCheck().map(ContainerResource::text))
                .put("memory", service.limits().memory())
                .put("cpus", service.limits().cpus())
                .put(
                        "logs",
                        service.limits().logFiles() + " × " + service.limits().logFile())
                .put("user", service.confinement().user())
                .flag("read-only", service.confinement().readOnlyRoot())
                .flag("no-new-privileges", service.confinement().noNewPrivileges())
                .flag("init", service.confinement().init())
                .list("cap-drop", service.confinement().droppedCapabilities())
                .list("cap-add", service.confinement().addedCapabilities());
        service.limits().processes().ifPresent(processes -> all.put("processes", processes));
        service.limits()
                .ulimits()
                .forEach(ulimit -> all.put("ulimit " + ulimit.kind().word(), ulimit));
        for (Attachment attachment : service.networks()) {
            all.put("network " + attachment.network().network(), String.join(", ", aliases(attachment)));
        }
        for (LinkUse link : links) {
            link.names().forEach(name -> all.put("name " + name, link.end().gateway()));
        }
        for (Publication publication : service.publications()) {
            all.put("publish " + bind(publication) + publication.host(), publication.container());
        }
        for (Map.Entry<String, EnvironmentValue> variable :
                service.environment().entrySet()) {
            all.put("env " + variable.getKey(), fingerprints.of(variable.getValue()));
        }
        for (Map.Entry<String, String> label : service.labels().entrySet()) {
            all.put("label " + label.getKey(), label.getValue());
        }
        for (Mount mount : service.mounts()) {
            all.put("mount " + mount.target(), source(mount) + (mount.readOnly() ? " (read-only)" : ""));
        }
        for (ContainerFile file : service.files()) {
            all.put("file " + file.path(), fingerprints.of(file.content()) + " " + file.mode() + " " + file.owner());
        }
        return all.all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean holdsData() {
        return false;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }

    /** Whether an old and a new container can run side by side: no fixed port of the server or address of a link, and nothing both would write to. */
    public boolean canOverlap() {
        return service.publications().isEmpty()
                && links.isEmpty()
                && service.mounts().stream()
                        .allMatch(mount -> mount.readOnly() || mount.memory().isPresent());
    }

    private static List<String> aliases(Attachment attachment) {
        return attachment.aliases();
    }

    private static String bind(Publication publication) {
        return publication
                .bind()
                .map(address -> address.isIpv6() ? "[" + address + "]:" : address + ":")
                .orElse("");
    }

    private static String source(Mount mount) {
        Optional<String> volume = mount.volume().map(id -> "volume " + id.volume());
        return volume.or(() -> mount.host().map(path -> "path " + path))
                .orElseGet(() -> "memory " + mount.memory().orElseThrow());
    }

    private static String text(kz.tapbot.model.service.HealthCheck check) {
        return check.command() + " every " + check.interval() + ", timeout " + check.timeout() + ", " + check.retries()
                + " retries, start " + check.startPeriod();
    }
}
