package kz.tapbot.model.json;

import java.time.ZoneId;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Provider;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.server.SshJump;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;

/** The forms of machines. */
final class ServerForms {

    private static final Form<Provider> PROVIDER = BuilderSpec.of(
                    "provider", "Who a server is rented from.", Provider::builder, Provider.Builder::build)
            .required("name", ValueForms.TEXT, Provider::name, (b, v) -> b.name(v), "The provider's name.")
            .optional(
                    "location",
                    ValueForms.TEXT,
                    Provider::location,
                    (b, v) -> b.location(v),
                    "Where the machine stands.")
            .optional("cost", ValueForms.COST, Provider::cost, (b, v) -> b.cost(v), "What the machine costs a month.")
            .optional(
                    "bandwidth",
                    ValueForms.BANDWIDTH,
                    Provider::bandwidth,
                    (b, v) -> b.bandwidth(v),
                    "The rate of its uplink in Mbit/s.")
            .made();

    private static final Form<HostKeyFingerprint> HOST_KEY =
            TextForm.of("a host key's fingerprint", HostKeyFingerprint::of).matching("^SHA256:[A-Za-z0-9+/]{43}$");

    private static final Form<SshJump> JUMP = BuilderSpec.of(
                    "sshJump",
                    "A machine that is logged in to first, because a server is reached only from there.",
                    SshJump::builder,
                    SshJump.Builder::build)
            .required("host", ValueForms.HOST_ADDRESS, SshJump::host, (b, v) -> b.host(v), "Its address.")
            .usual(
                    "port",
                    ValueForms.TCP,
                    SshAccess.USUAL_PORT,
                    SshJump::port,
                    (b, v) -> b.port(v),
                    "The port of its sshd.")
            .usual(
                    "user",
                    ValueForms.TEXT,
                    SshAccess.USUAL_USER,
                    SshJump::user,
                    (b, v) -> b.user(v),
                    "The user Tapbot logs in as there.")
            .set(
                    "hostKeys",
                    HOST_KEY,
                    SshJump::hostKeys,
                    (b, v) -> b.hostKeys(v),
                    "The SHA-256 fingerprints of its host keys that are trusted.")
            .made();

    private static final Form<SshAccess> SSH = BuilderSpec.of(
                    "sshAccess",
                    "How a server is reached by SSH, and how its sshd is kept.",
                    SshAccess::builder,
                    SshAccess.Builder::build)
            .usual("port", ValueForms.TCP, 22, SshAccess::port, (b, v) -> b.port(v), "The port of sshd.")
            .usual("user", ValueForms.TEXT, "root", SshAccess::user, (b, v) -> b.user(v), "The user Tapbot logs in as.")
            .set(
                    "hostKeys",
                    HOST_KEY,
                    SshAccess::hostKeys,
                    (b, v) -> b.hostKeys(v),
                    "The SHA-256 fingerprints of the host keys that are trusted.")
            .optional(
                    "jump",
                    JUMP,
                    SshAccess::jump,
                    (b, v) -> b.jump(v),
                    "The machine that is logged in to first, where the server is reached only from there.")
            .usual(
                    "keysOnly",
                    ValueForms.FLAG,
                    true,
                    SshAccess::keysOnly,
                    (b, v) -> b.keysOnly(v),
                    "Whether sshd is made to refuse passwords for everybody.")
            .made();

    static final Form<Server> SERVER = machine(BuilderSpec.of(
                            "server",
                            "A machine and everything that lives on it.",
                            Server::builder,
                            Server.Builder::build)
                    .named(Naming.of("server"))
                    .placed((b, places) -> b.places(places)))
            .list("networks", NetForms.NETWORK, Server::networks, (b, v) -> b.networks(v), "Container networks.")
            .list("volumes", NetForms.VOLUME, Server::volumes, (b, v) -> b.volumes(v), "Volumes.")
            .list(
                    "services",
                    ServiceForms.SERVICE,
                    Server::services,
                    (b, v) -> b.services(v),
                    "Services in containers.")
            .list(
                    "hostServices",
                    HostForms.HOST_SERVICE,
                    Server::hostServices,
                    (b, v) -> b.hostServices(v),
                    "Services on the machine itself.")
            .set(
                    "retired",
                    NameForms.ADDRESS,
                    Server::retired,
                    (b, v) -> b.retired(v),
                    "Data that may be removed: addresses of volumes and provisions that are no longer declared.")
            .made();

    private ServerForms() {}

    private static BuilderSpec<Server, Server.Builder> machine(BuilderSpec<Server, Server.Builder> spec) {
        return host(spec.required("name", NameForms.SERVER, Server::name, (b, v) -> b.name(v), "Its name.")
                .required("host", ValueForms.HOST_ADDRESS, Server::host, (b, v) -> b.host(v), "Where it is reached.")
                .optional("ipv6", ValueForms.IP, Server::ipv6, (b, v) -> b.ipv6(v), "Its IPv6 address, if it has one.")
                .optional("size", size(), Server::size, (b, v) -> b.size(v), "What the machine has.")
                .optional("system", system(), Server::system, (b, v) -> b.system(v), "What it runs.")
                .optional("provider", PROVIDER, Server::provider, (b, v) -> b.provider(v), "Who it is rented from.")
                .usual("ssh", SSH, SshAccess.standard(), Server::ssh, (b, v) -> b.ssh(v), "How it is reached by SSH.")
                .set(
                        "administeredFrom",
                        NameForms.ADDRESS_SET,
                        Server::administeredFrom,
                        (b, v) -> b.administeredFrom(v),
                        "Whose addresses administer it: let in by the firewall, never banned.")
                .usual(
                        "planned",
                        ValueForms.FLAG,
                        false,
                        Server::planned,
                        (b, v) -> b.planned(v),
                        "Whether it is only planned: part of the model, not of any plan.")
                .usual(
                        "timeZone",
                        ValueForms.ZONE,
                        ZoneId.of("UTC"),
                        Server::timeZone,
                        (b, v) -> b.timeZone(v),
                        "Its time zone; schedules are in it."));
    }

    private static BuilderSpec<Server, Server.Builder> host(BuilderSpec<Server, Server.Builder> spec) {
        return spec.optional("swap", ValueForms.SIZE, Server::swap, (b, v) -> b.swap(v), "Its swap file.")
                .map(
                        "sysctl",
                        new MapForm<>(SysctlKey::of, ValueForms.TEXT),
                        Server::sysctl,
                        (b, v) -> b.sysctl(v),
                        "Kernel settings.")
                .set("packages", HostForms.PACKAGE, Server::packages, (b, v) -> b.packages(v), "Packages to install.")
                .list(
                        "delegates",
                        HostForms.DELEGATE,
                        Server::delegates,
                        (b, v) -> b.delegates(v),
                        "Who may do what on it.")
                .usual(
                        "firewall",
                        ValueForms.FLAG,
                        true,
                        Server::firewall,
                        (b, v) -> b.firewall(v),
                        "Whether a firewall refuses what is not declared.")
                .set(
                        "open",
                        HostForms.FIREWALL_RULE,
                        Server::open,
                        (b, v) -> b.open(v),
                        "Ports of the server itself that are open beyond SSH and what services publish.")
                .set("jails", HostForms.JAIL, Server::jails, (b, v) -> b.jails(v), "Jails of the intrusion prevention.")
                .optional(
                        "updates",
                        HostForms.UPDATES,
                        Server::updates,
                        (b, v) -> b.updates(v),
                        "How packages are kept up to date; left alone if absent.")
                .set(
                        "directories",
                        ValueForms.HOST_PATH,
                        Server::directories,
                        (b, v) -> b.directories(v),
                        "Directories that are made.");
    }

    private static Form<ServerSize> size() {
        RecordSpec<ServerSize> spec = RecordSpec.of("serverSize", "What a machine has.");
        Part<Cpus> cpus = spec.required("cpus", ValueForms.CPUS, ServerSize::cpus, "Its processors.");
        Part<DataSize> memory = spec.required("memory", ValueForms.SIZE, ServerSize::memory, "Its memory.");
        Part<DataSize> disk = spec.required("disk", ValueForms.SIZE, ServerSize::disk, "Its disk.");
        return spec.made(parts -> new ServerSize(parts.get(cpus), parts.get(memory), parts.get(disk)));
    }

    private static Form<OperatingSystem> system() {
        RecordSpec<OperatingSystem> spec = RecordSpec.of("operatingSystem", "The distribution a server runs.");
        Part<String> distribution = spec.required(
                "distribution", ValueForms.TEXT, OperatingSystem::distribution, "Either ubuntu or debian.");
        Part<String> version = spec.required("version", ValueForms.TEXT, OperatingSystem::version, "The release.");
        return spec.made(parts -> new OperatingSystem(parts.get(distribution), parts.get(version)));
    }
}
