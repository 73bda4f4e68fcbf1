package kz.tapbot.model.json;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/** The forms of what one container has and needs. */
final class ContainerForms {

    private static final Form<Capability> CAPABILITY = new WordForm<>(Capability.class);
    private static final Form<Ulimit> ULIMIT = ulimit();

    static final Form<Limits> LIMITS = BuilderSpec.of(
                    "limits", "What a container may take of its server.", Limits::builder, Limits.Builder::build)
            .optional(
                    "memory",
                    ValueForms.SIZE,
                    Limits::memory,
                    (b, v) -> b.memory(v),
                    "The most memory it gets before it is killed.")
            .optional("cpus", ValueForms.CPUS, Limits::cpus, (b, v) -> b.cpus(v), "The most processor time it gets.")
            .optional(
                    "processes",
                    ValueForms.NUMBER,
                    limits -> ValueForms.optional(limits.processes()),
                    (b, v) -> b.processes(v),
                    "The most processes and threads.")
            .set(
                    "ulimits",
                    ULIMIT,
                    Limits::ulimits,
                    (b, v) -> b.ulimits(v),
                    "What the kernel limits its processes in, each kind at most once.")
            .usual(
                    "logFile",
                    ValueForms.SIZE,
                    DataSize.mib(10),
                    Limits::logFile,
                    (b, v) -> b.logFile(v),
                    "The most disk that one of its log files takes.")
            .usual("logFiles", ValueForms.NUMBER, 3, Limits::logFiles, (b, v) -> b.logFiles(v), "How many are kept.")
            .made();

    static final Form<Confinement> CONFINEMENT = BuilderSpec.of(
                    "confinement",
                    "What a container's processes are kept from.",
                    Confinement::builder,
                    Confinement.Builder::build)
            .optional(
                    "user",
                    ValueForms.TEXT,
                    Confinement::user,
                    (b, v) -> b.user(v),
                    "The user it runs as instead of the image's own.")
            .usual(
                    "readOnlyRoot",
                    ValueForms.FLAG,
                    false,
                    Confinement::readOnlyRoot,
                    (b, v) -> b.readOnlyRoot(v),
                    "Whether its root file system cannot be written to.")
            .usual(
                    "noNewPrivileges",
                    ValueForms.FLAG,
                    true,
                    Confinement::noNewPrivileges,
                    (b, v) -> b.noNewPrivileges(v),
                    "Whether its processes can gain no rights that they did not start with.")
            .usual(
                    "init",
                    ValueForms.FLAG,
                    false,
                    Confinement::init,
                    (b, v) -> b.init(v),
                    "Whether a small init process reaps children.")
            .set(
                    "droppedCapabilities",
                    CAPABILITY,
                    Confinement::droppedCapabilities,
                    (b, v) -> b.droppedCapabilities(v),
                    "Capabilities taken away, without CAP_; ALL for every one.")
            .set(
                    "addedCapabilities",
                    CAPABILITY,
                    Confinement::addedCapabilities,
                    (b, v) -> b.addedCapabilities(v),
                    "Capabilities given back.")
            .made();

    static final Form<Attachment> ATTACHMENT = attachment();
    static final Form<Publication> PUBLICATION = publication();
    static final Form<EnvironmentValue> ENVIRONMENT_VALUE = environmentValue();
    static final Form<ContainerFile> FILE = file();
    static final Form<Mount> MOUNT = mount();
    static final Form<Need> NEED = need();
    static final Form<HealthCheck> HEALTH_CHECK = healthCheck();

    private ContainerForms() {}

    private static Form<Ulimit> ulimit() {
        RecordSpec<Ulimit> spec = RecordSpec.of("ulimit", "A limit of the kernel on each process (setrlimit(2)).");
        Form<Long> number = new MappedForm<>(
                TextForm.of("a number or \"unlimited\"", text -> Ulimit.text(Ulimit.number(text)))
                        .matching("^(?:[0-9]{1,18}|unlimited)$"),
                Ulimit::number,
                Ulimit::text);
        Part<UlimitKind> kind =
                spec.required("kind", new WordForm<>(UlimitKind.class), Ulimit::kind, "What is limited.");
        Part<Long> soft = spec.required("soft", number, Ulimit::soft, "What holds at first.");
        Part<Long> hard = spec.required("hard", number, Ulimit::hard, "What a process may raise it to.");
        return spec.made(parts -> new Ulimit(parts.get(kind), parts.get(soft), parts.get(hard)));
    }

    private static Form<Attachment> attachment() {
        RecordSpec<Attachment> spec = RecordSpec.of("attachment", "A service's place on a network.");
        Part<NetworkId> network = spec.required(
                "network", NameForms.NETWORK_ID, Attachment::network, "The network, on the service's own server.");
        Part<Collection<String>> aliases = spec.set(
                "aliases", ValueForms.TEXT, Attachment::aliases, "Further names by which others on it reach it.");
        return spec.made(parts -> new Attachment(parts.get(network), List.copyOf(parts.get(aliases))));
    }

    private static Form<Publication> publication() {
        RecordSpec<Publication> spec = RecordSpec.of("publication", "A container's port opened on its server.");
        Part<Port> host = spec.required("host", ValueForms.PORT, Publication::host, "The port on the server.");
        Part<Integer> container = spec.required(
                "container",
                ValueForms.TCP,
                Publication::container,
                "The port in the container, of the same protocol.");
        Part<IpAddress> bind = spec.optional(
                "bind", ValueForms.IP, Publication::bind, "The server's address it is opened on; all if absent.");
        Part<Collection<AddressSetName>> from =
                spec.set("from", NameForms.ADDRESS_SET, Publication::from, "Who may reach it; everybody if empty.");
        return spec.made(parts ->
                new Publication(parts.get(host), parts.get(container), parts.find(bind), List.copyOf(parts.get(from))));
    }

    private static Form<EnvironmentValue> environmentValue() {
        RecordSpec<EnvironmentValue> spec =
                RecordSpec.of("environmentValue", "The value of an environment variable: a text or a secret.");
        Part<String> text = spec.optional(
                "text", ValueForms.TEXT, EnvironmentValue::text, "The text, passed on as it is; never a password.");
        Part<SecretName> secret = spec.optional(
                "secret",
                NameForms.SECRET,
                EnvironmentValue::secret,
                "The name of a secret, for images that can read it from no file.");
        return spec.made(parts -> new EnvironmentValue(parts.find(text), parts.find(secret)));
    }

    private static Form<ContainerFile> file() {
        RecordSpec<ContainerFile> spec =
                RecordSpec.of("containerFile", "A file that Tapbot writes for a container and mounts read-only.");
        Part<ContainerPath> path =
                spec.required("path", ValueForms.CONTAINER_PATH, ContainerFile::path, "Where the container sees it.");
        Part<Content> content = spec.required("content", SecretForms.CONTENT, ContainerFile::content, "What is in it.");
        Part<FileMode> mode = spec.required("mode", ValueForms.MODE, ContainerFile::mode, "Its permissions.");
        Part<Integer> owner =
                spec.usual("owner", ValueForms.NUMBER, 0, ContainerFile::owner, "The numeric user that owns it.");
        return spec.made(
                parts -> new ContainerFile(parts.get(path), parts.get(content), parts.get(mode), parts.get(owner)));
    }

    private static Form<Mount> mount() {
        RecordSpec<Mount> spec = RecordSpec.of(
                "mount", "Something mounted into a container: a volume, a path of the server, or memory.");
        Part<ContainerPath> target =
                spec.required("target", ValueForms.CONTAINER_PATH, Mount::target, "Where the container sees it.");
        Part<VolumeId> volume =
                spec.optional("volume", NameForms.VOLUME_ID, Mount::volume, "The volume, if it is one.");
        Part<HostPath> host =
                spec.optional("host", ValueForms.HOST_PATH, Mount::host, "The server's path, if it is one.");
        Part<DataSize> memory = spec.optional(
                "memory", ValueForms.SIZE, Mount::memory, "The size of a file system in memory, if it is one.");
        Part<Boolean> readOnly = spec.usual(
                "readOnly", ValueForms.FLAG, false, Mount::readOnly, "Whether the container cannot write to it.");
        return spec.made(parts -> new Mount(
                parts.get(target), parts.find(volume), parts.find(host), parts.find(memory), parts.get(readOnly)));
    }

    private static Form<Need> need() {
        RecordSpec<Need> spec = RecordSpec.of("need", "What must run before a service starts.");
        Part<ServiceId> service = spec.required("service", NameForms.SERVICE_ID, Need::service, "The other service.");
        Part<Boolean> healthy = spec.usual(
                "healthy", ValueForms.FLAG, true, Need::healthy, "Whether it must be healthy and not only started.");
        return spec.made(parts -> new Need(parts.get(service), parts.get(healthy)));
    }

    private static Form<HealthCheck> healthCheck() {
        RecordSpec<HealthCheck> spec = RecordSpec.of("healthCheck", "How a container tells that it works.");
        Part<Command> command = spec.required(
                "command", ValueForms.COMMAND, HealthCheck::command, "A program that the image really has.");
        Part<Duration> interval = spec.usual(
                "interval", ValueForms.DURATION, Duration.ofSeconds(10), HealthCheck::interval, "Between two runs.");
        Part<Duration> timeout = spec.usual(
                "timeout",
                ValueForms.DURATION,
                Duration.ofSeconds(5),
                HealthCheck::timeout,
                "After which a run has failed.");
        Part<Integer> retries = spec.usual(
                "retries", ValueForms.NUMBER, 5, HealthCheck::retries, "Failures in a row that make it unhealthy.");
        Part<Duration> startPeriod = spec.usual(
                "startPeriod",
                ValueForms.DURATION,
                Duration.ofSeconds(30),
                HealthCheck::startPeriod,
                "In which failures do not count.");
        return spec.made(parts -> new HealthCheck(
                parts.get(command),
                parts.get(interval),
                parts.get(timeout),
                parts.get(retries),
                parts.get(startPeriod)));
    }
}
