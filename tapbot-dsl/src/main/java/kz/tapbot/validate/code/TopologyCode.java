package kz.tapbot.validate.code;

import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;

/**
 * Codes of what can be wrong with a topology as a whole. By their third digit: 0 names and references, 1 ports and exposure, 2
 * networks and links, 3 services and images, 4 resources, 5 routes, names and certificates, 6 backups and data, 7 secrets, 8
 * schedules and alerts, 9 servers, users and firewall.
 */
public enum TopologyCode implements Code {
    /** Two things of one kind have one name. */
    NAME_TWICE("TB2001", Severity.ERROR, "Name declared twice"),
    /** Two servers have one address. */
    ADDRESS_TWICE("TB2002", Severity.ERROR, "Server address used twice"),
    /** Two files or mounts claim one path of a container or a server. */
    PATH_TWICE("TB2003", Severity.ERROR, "Path written twice"),
    /** Something refers to what is not declared. */
    UNKNOWN_REFERENCE("TB2004", Severity.ERROR, "Reference leads nowhere"),
    /** A service uses a network, volume or proxy of another server. */
    OTHER_SERVER("TB2005", Severity.ERROR, "Reference to another server's part"),
    /** A service needs one on another server that it has no permit to reach. */
    NEED_WITHOUT_LINK("TB2006", Severity.ERROR, "Needed service out of reach"),
    /** What is to run now depends on what is only planned. */
    PLANNED_REFERENCE("TB2007", Severity.ERROR, "Active thing leans on a planned one"),
    /** Data was given up for removal but is still declared. */
    RETIRED_IN_USE("TB2008", Severity.ERROR, "Retired data still declared"),
    /** What was given up for removal is no volume or provision of its server. */
    RETIRED_UNKNOWN("TB2009", Severity.ERROR, "Retired data cannot be told"),
    /** A secret, address set, notifier, outside service or issuer is used by nothing. */
    UNUSED("TB2010", Severity.NOTE, "Declared but never used"),
    /** A warning that the declaration acknowledges. */
    ACKNOWLEDGED("TB2011", Severity.NOTE, "Acknowledged warning"),
    /** Something is acknowledged that is not so, or cannot be acknowledged. */
    ACKNOWLEDGED_IN_VAIN("TB2012", Severity.WARNING, "Acknowledgement without effect"),
    /** Two things listen on one port of a server. */
    PORT_TWICE("TB2101", Severity.ERROR, "Port of a server taken twice"),
    /** A firewall rule names a port that a service publishes. */
    OPENED_AND_PUBLISHED("TB2102", Severity.WARNING, "Port opened by hand and published too"),
    /** A service on internal networks only publishes a port. */
    INTERNAL_PUBLISHED("TB2103", Severity.ERROR, "Published from an internal network"),
    /** A database or cache publishes a port to everybody. */
    DATABASE_PUBLISHED("TB2104", Severity.ERROR, "Database open to everybody"),
    /** A port that is a database's by convention is published to everybody. */
    DATABASE_PORT_PUBLISHED("TB2105", Severity.ERROR, "Database port open to everybody"),
    /** A port that is an admin page's or exporter's by convention is published to everybody. */
    ADMIN_PORT_PUBLISHED("TB2106", Severity.WARNING, "Well-known inner port open to everybody"),
    /** The engine's own API port is opened. */
    ENGINE_PORT("TB2107", Severity.ERROR, "Container engine reachable over the network"),
    /** Webmin is reachable on port 10000. */
    ADMIN_WELL_KNOWN_PORT("TB2108", Severity.ERROR, "Admin interface on its well-known port"),
    /** What rules over a server has a port open to everybody. */
    ADMIN_OPEN("TB2109", Severity.ERROR, "Admin interface open to everybody"),
    /** A published port is one that Linux gives to outgoing connections. */
    PORT_EPHEMERAL("TB2110", Severity.WARNING, "Port that outgoing connections take"),
    /** A port is opened on the address of another server. */
    BOUND_ELSEWHERE("TB2111", Severity.ERROR, "Port on another server's address"),
    /** Two subnets of one server hold the same addresses. */
    SUBNETS_OVERLAP("TB2201", Severity.ERROR, "Subnets overlap"),
    /** A subnet holds the address by which a server is reached. */
    SUBNET_HOLDS_SERVER("TB2202", Severity.ERROR, "Subnet holds a server's address"),
    /** A subnet is of the wrong family, too small, or of a reserved block. */
    SUBNET_UNUSABLE("TB2203", Severity.ERROR, "Subnet cannot be used"),
    /** A container network takes addresses that belong to somebody on the Internet. */
    SUBNET_PUBLIC("TB2204", Severity.WARNING, "Subnet of public addresses"),
    /** A network has IPv6 while its server has no firewall. */
    IPV6_WITHOUT_FIREWALL("TB2205", Severity.ERROR, "IPv6 network without a firewall"),
    /** No service is on the network. */
    NETWORK_UNUSED("TB2206", Severity.WARNING, "Network that nobody joins"),
    /** A subnet has fewer addresses than are needed in it. */
    NETWORK_TOO_SMALL("TB2207", Severity.ERROR, "Subnet too small"),
    /** A link joins fewer than two servers. */
    LINK_WITHOUT_TWO("TB2208", Severity.ERROR, "Link with fewer than two servers"),
    /** A permit is for services that are not on two servers of its link. */
    PERMIT_OFF_LINK("TB2209", Severity.ERROR, "Permit for servers that the link does not join"),
    /** A permit opens a port on which its service does not listen. */
    PERMIT_PORT("TB2210", Severity.ERROR, "Permit for a port that nobody listens on"),
    /** A service needs one of its own server with which it shares no network. */
    NEED_WITHOUT_NETWORK("TB2211", Severity.WARNING, "Needed service on no common network"),
    /** Two services of one network answer to one name. */
    ALIAS_TWICE("TB2212", Severity.WARNING, "Name on a network means two services"),
    /** A database that nobody serves is on a network from which the world is reached. */
    DATABASE_WAY_OUT("TB2213", Severity.WARNING, "Database on a network with a way out"),
    /** A variable names a server or service that nothing lets its container reach. */
    WIRED_TO_NOTHING("TB2214", Severity.ERROR, "Wired to what is out of reach"),
    /** A service is told to find another one at localhost. */
    WIRED_TO_ITSELF("TB2216", Severity.ERROR, "Wired to its own container"),
    /** A link permits one port of two services of one server. */
    LINK_PORT_TWICE("TB2215", Severity.ERROR, "Port of a link that means two services"),
    /** A service that joins no network loses its way out by a permit of a link. */
    LINK_ALONE("TB2217", Severity.WARNING, "Permit that takes away the way out"),
    /** Needs go round in a circle. */
    CYCLE("TB2301", Severity.ERROR, "Services wait for each other"),
    /** A service needs itself. */
    NEEDS_ITSELF("TB2302", Severity.ERROR, "Service needs itself"),
    /** A service waits for the health of one that has no health check. */
    NEED_NEVER_HEALTHY("TB2303", Severity.ERROR, "Needed health that nobody tells"),
    /** A service with a public name has no health check. */
    ROUTED_WITHOUT_CHECK("TB2304", Severity.WARNING, "Routed service without a health check"),
    /** An image's tag names no exact version. */
    MOVING_TAG("TB2305", Severity.WARNING, "Image tag that moves"),
    /** A container is given a capability that amounts to root on the server. */
    CAPABILITY_ROOT("TB2306", Severity.ERROR, "Capability that is root"),
    /** A container is given a capability that reaches beyond itself. */
    CAPABILITY_STRONG("TB2307", Severity.WARNING, "Capability that reaches far"),
    /** A name cannot be set by every shell, or changes which programs and libraries are loaded. */
    ENVIRONMENT_NAME("TB2308", Severity.ERROR, "Environment variable's name not allowed"),
    /** A container with the engine's socket is a proxy, is published to everybody, or is routed to everybody. */
    ENGINE_SOCKET_EXPOSED("TB2309", Severity.ERROR, "Engine socket in a service that strangers reach"),
    /** A container can write to a directory on which the server itself stands. */
    HOST_PATH_WRITABLE("TB2310", Severity.ERROR, "Server's own files handed to a container"),
    /** A container can read a directory on which the server itself stands. */
    HOST_PATH_READABLE("TB2311", Severity.WARNING, "Server's own files shown to a container"),
    /** A service that others use is never started again. */
    NEVER_RESTARTED("TB2312", Severity.WARNING, "Service that stays down"),
    /** A kernel setting forbids what container networks need. */
    KERNEL_SETTING("TB2313", Severity.ERROR, "Kernel setting that cuts off containers"),
    /** A health check calls a program that the image is known to lack. */
    HEALTH_TOOL_MISSING("TB2314", Severity.ERROR, "Health check by a program that the image lacks"),
    /** A known image is not given a variable without which it does not start. */
    VARIABLE_MISSING("TB2315", Severity.ERROR, "Required variable missing"),
    /** A configuration of PostgreSQL does not say on which addresses it listens. */
    LISTENS_TO_ITSELF("TB2316", Severity.ERROR, "Database that listens to itself only"),
    /** A container has the engine's socket and does not say that it has engine access. */
    ENGINE_SOCKET_UNSAID("TB2317", Severity.WARNING, "Engine socket that nobody speaks of"),
    /** A known image is of a version that gets no more fixes. */
    VERSION_UNSUPPORTED("TB2318", Severity.WARNING, "Version that gets no more fixes"),
    /** A database has no volume where its image keeps its data. */
    DATA_NOT_KEPT("TB2319", Severity.ERROR, "Data that ends with the container"),
    /** A command is written for a shell and given to none. */
    SHELL_MISSING("TB2320", Severity.ERROR, "Shell text without a shell"),
    /** A variable's value has quotes around it. */
    QUOTES_KEPT("TB2321", Severity.WARNING, "Quotes that stay in the value"),
    /** A variable names a time zone that does not exist, or one that reads backwards. */
    TIME_ZONE_UNKNOWN("TB2322", Severity.WARNING, "Time zone that is none"),
    /** A setting of a database lets it lose data. */
    SETTING_AT_RISK("TB2323", Severity.ERROR, "Setting that risks the data"),
    /** A program that others are to reach listens on 127.0.0.1. */
    LISTENS_TO_CONTAINER("TB2324", Severity.ERROR, "Listens to its own container only"),
    /** A file is for another user than the container's. */
    FILE_UNREADABLE("TB2325", Severity.ERROR, "File that the program cannot read"),
    /** A program writes where its root is read-only. */
    ROOT_READ_ONLY("TB2326", Severity.ERROR, "Read-only root under a program that writes"),
    /** An image that changes its user may not. */
    CAPABILITY_NEEDED("TB2327", Severity.ERROR, "Capability that the start needs"),
    /** A health check asks wget for localhost. */
    HEALTH_AT_LOCALHOST("TB2328", Severity.WARNING, "Health asked of localhost"),
    /** A service waits for the start of a database, and not for its health. */
    NEED_TOO_EARLY("TB2329", Severity.WARNING, "Starts before the database is there"),
    /** A database gets less than ten seconds to stop. */
    STOPPED_TOO_EARLY("TB2330", Severity.WARNING, "Database killed while it stops"),
    /** A program needs a setting of the kernel that nothing makes. */
    KERNEL_SETTING_MISSING("TB2331", Severity.WARNING, "Kernel setting missing"),
    /** Limits together exceed the server's memory. */
    MEMORY_PROMISED("TB2401", Severity.ERROR, "More memory promised than there is"),
    /** Limits together exceed the server's processors. */
    CPU_PROMISED("TB2402", Severity.NOTE, "More processors promised than there are"),
    /** Volumes and logs together exceed the server's disk. */
    DISK_PROMISED("TB2403", Severity.ERROR, "More disk promised than there is"),
    /** A service may take all memory of a server of known size. */
    MEMORY_UNLIMITED("TB2404", Severity.WARNING, "Service without a memory limit"),
    /** One limit alone exceeds the server. */
    LIMIT_ABOVE_MACHINE("TB2405", Severity.ERROR, "Limit above what the machine has"),
    /** A program is told to take as much memory as its container may have. */
    MEMORY_SETTING("TB2406", Severity.ERROR, "More memory set than allowed"),
    /** A service and its proxy share no network. */
    ROUTE_WITHOUT_NETWORK("TB2501", Severity.ERROR, "Proxy cannot reach the routed service"),
    /** Two routes claim one host name and path. */
    ROUTE_TWICE("TB2502", Severity.ERROR, "Host name and path claimed twice"),
    /** Services on two servers claim one host name. */
    HOST_ON_TWO_SERVERS("TB2503", Severity.ERROR, "Host name with two homes"),
    /** A route goes through a service that passes nothing on. */
    NOT_A_PROXY("TB2504", Severity.ERROR, "Route through a service that is no proxy"),
    /** A host name lies in none of the declared zones. */
    HOST_OUTSIDE_ZONES("TB2505", Severity.WARNING, "Host name outside every zone"),
    /** A route leads to a port on which its service does not listen. */
    ROUTE_PORT("TB2506", Severity.ERROR, "Route to a port that nobody listens on"),
    /** An interface with engine access is routed to everybody. */
    ADMIN_ROUTE_ENGINE("TB2507", Severity.ERROR, "Root for whoever has the password"),
    /** An admin interface is routed to everybody, with only a login before it. */
    ADMIN_ROUTE_OPEN("TB2508", Severity.WARNING, "Admin interface with one wall"),
    /** An admin interface or database is routed and asks nobody to log in. */
    ADMIN_WITHOUT_LOGIN("TB2509", Severity.ERROR, "Admin interface without a login"),
    /** A proxy does not open port 80 to everybody, which the HTTP challenge needs. */
    CHALLENGE_PORT_CLOSED("TB2510", Severity.ERROR, "Certificates cannot be issued"),
    /** Routes go through a proxy that publishes no port. */
    PROXY_UNREACHABLE("TB2511", Severity.WARNING, "Proxy that nobody reaches"),
    /** A certificate authority's directory is no https address. */
    ISSUER_ADDRESS("TB2512", Severity.ERROR, "Issuer's address is not https"),
    /** Records of a zone cannot stand beside each other or do not fit their type. */
    RECORDS_CONTRADICT("TB2513", Severity.ERROR, "DNS records contradict"),
    /** A record of a routed host name names another address than its server's. */
    RECORD_ELSEWHERE("TB2514", Severity.WARNING, "DNS record points elsewhere"),
    /** A route leaves it to a service to ask for a login, and its image is known to ask nobody. */
    LOGIN_MISSING("TB2515", Severity.ERROR, "Login that the image does not ask for"),
    /** A container has labels for a proxy. */
    PROXY_LABELS("TB2516", Severity.WARNING, "Proxy rules in labels"),
    /** A rule for Traefik is written in the syntax of version 2. */
    RULE_SYNTAX("TB2517", Severity.ERROR, "Proxy rule of an older version"),
    /** A setting of a proxy serves or believes everybody. */
    PROXY_TRUSTS_ALL("TB2518", Severity.WARNING, "Proxy setting that trusts everybody"),
    /** A proxy keeps the certificates that it gets in its container. */
    CERTIFICATES_NOT_KEPT("TB2519", Severity.ERROR, "Certificates that end with the container"),
    /** A program behind a proxy does not know its own address. */
    PUBLIC_ADDRESS("TB2520", Severity.WARNING, "Public address that the program does not know"),
    /** An address list holds the address under which a proxy sees everybody who comes by IPv6. */
    LIST_ADMITS_EVERYBODY("TB2521", Severity.ERROR, "Address list that lets in everybody by IPv6"),
    /** An address list has addresses of IPv6, which its proxy never sees. */
    LIST_ADMITS_NOBODY("TB2522", Severity.WARNING, "Address list that lets in nobody by IPv6"),
    /** A backup has no sources. */
    BACKUP_OF_NOTHING("TB2601", Severity.ERROR, "Backup of nothing"),
    /** A backup has no destination. */
    BACKUP_TO_NOWHERE("TB2602", Severity.ERROR, "Backup to nowhere"),
    /** Every copy of a source lies on the source's own server. */
    BACKUP_ON_SAME_DISK("TB2603", Severity.ERROR, "Backup on the disk it protects"),
    /** A backup has no schedule. */
    BACKUP_UNSCHEDULED("TB2604", Severity.WARNING, "Backup only by hand"),
    /** A backup has no restore drill. */
    BACKUP_UNDRILLED("TB2605", Severity.WARNING, "Backup that is never restored"),
    /** A backup goes off-site without encryption. */
    BACKUP_UNENCRYPTED("TB2606", Severity.ERROR, "Copies leave the estate unencrypted"),
    /** A service stores what no backup saves, without a reason. */
    DATA_WITHOUT_BACKUP("TB2607", Severity.ERROR, "Data without a backup"),
    /** A volume is saved by no backup, without a reason. */
    VOLUME_WITHOUT_BACKUP("TB2608", Severity.ERROR, "Volume without a backup"),
    /** A backup copies the files of a running database. */
    DATABASE_AS_FILES("TB2609", Severity.ERROR, "Running database backed up as files"),
    /** A destination keeps copies for less than the pause between two. */
    RETENTION_TOO_SHORT("TB2610", Severity.WARNING, "Copies expire before the next one"),
    /** A backup's data has neither a dump command nor a volume. */
    DATA_UNREADABLE("TB2611", Severity.ERROR, "Backup has nothing to read"),
    /** Two services write to a volume that holds a database. */
    DATABASE_TWO_WRITERS("TB2612", Severity.ERROR, "Two writers on a database's volume"),
    /** Two services write to one volume. */
    VOLUME_TWO_WRITERS("TB2613", Severity.WARNING, "Two writers on a volume"),
    /** No service mounts the volume. */
    VOLUME_UNUSED("TB2614", Severity.WARNING, "Volume that nobody mounts"),
    /** A destination lies inside a directory that the same backup saves. */
    BACKUP_INSIDE_SOURCE("TB2615", Severity.ERROR, "Backup into its own source"),
    /** A backup's key is generated, and so lies on the servers only. */
    BACKUP_KEY_ON_SERVERS("TB2616", Severity.WARNING, "Backup whose key is lost with the servers"),
    /** An environment variable of a secret's name holds literal text. */
    SECRET_IN_ENVIRONMENT("TB2701", Severity.ERROR, "Secret as plain text in the environment"),
    /** An argument of a secret's name holds literal text. */
    SECRET_IN_COMMAND("TB2702", Severity.ERROR, "Secret as plain text in a command"),
    /** A label holds a password or its hash. */
    SECRET_IN_LABEL("TB2703", Severity.ERROR, "Secret as plain text in a label"),
    /** A file that is written has a line that sets a secret to literal text. */
    SECRET_IN_FILE("TB2704", Severity.WARNING, "Text that looks like a secret in a file"),
    /** A value is a password or hash that stands in tutorials. */
    SECRET_KNOWN("TB2705", Severity.ERROR, "Secret that everybody knows"),
    /** A secret's command only prints a literal value. */
    SECRET_ECHOED("TB2706", Severity.ERROR, "Secret's source is the secret"),
    /** A setting asks for a login that this version does not know. */
    LOGIN_IGNORED("TB2707", Severity.ERROR, "Login setting that the image ignores"),
    /** A database or cache of a known image lets in whoever reaches it. */
    DATABASE_WITHOUT_PASSWORD("TB2708", Severity.WARNING, "Database that asks for no password"),
    /** A program is reached with the login of its documentation. */
    LOGIN_KNOWN("TB2709", Severity.ERROR, "Login that everybody knows"),
    /** A registry is to know a password that was generated on the servers. */
    REGISTRY_PASSWORD_GENERATED("TB2710", Severity.ERROR, "Registry password that only the servers know"),
    /** A schedule cannot be read or matches no day. */
    NEVER_RUNS("TB2801", Severity.ERROR, "Schedule that never runs"),
    /** A schedule is on a day that not every month has. */
    SKIPS_MONTHS("TB2802", Severity.WARNING, "Schedule that leaves months out"),
    /** A schedule is at a time that does not exist on the day the clocks go forward. */
    IN_CLOCK_CHANGE("TB2803", Severity.WARNING, "Schedule in the hour that the clocks skip"),
    /** A backup runs more often than its work can be done. */
    BACKUP_TOO_OFTEN("TB2804", Severity.WARNING, "Backup every few minutes"),
    /** An alert has no notifier. */
    ALERT_TO_NOBODY("TB2851", Severity.WARNING, "Alert that tells nobody"),
    /** An alert's threshold is missing, unused, or can never or always be reached. */
    THRESHOLD("TB2852", Severity.ERROR, "Threshold out of range"),
    /** An alert watches what the topology does not hold. */
    ALERT_OF_NOTHING("TB2853", Severity.WARNING, "Alert that watches nothing"),
    /** The firewall is on and nobody's address is let in. */
    LOCKED_OUT("TB2901", Severity.ERROR, "Nobody may administer the server"),
    /** A server's firewall is off. */
    FIREWALL_OFF("TB2902", Severity.WARNING, "Server without a firewall"),
    /** Jails run without addresses that are never banned. */
    JAILS_WITHOUT_ADMINISTRATORS("TB2903", Severity.ERROR, "Intrusion prevention can ban you"),
    /** A server's host key is not pinned. */
    HOST_KEY_MISSING("TB2904", Severity.WARNING, "Server without a host key"),
    /** A server's sshd accepts passwords. */
    PASSWORDS_ALLOWED("TB2905", Severity.WARNING, "SSH passwords allowed"),
    /** A delegate cannot log in. */
    DELEGATE_WITHOUT_KEYS("TB2906", Severity.WARNING, "Delegate without a key"),
    /** A delegate has the name of a system account or of the administrating user. */
    DELEGATE_RESERVED("TB2907", Severity.ERROR, "Delegate under a system's name"),
    /** An address set holds no address. */
    ADDRESSES_EMPTY("TB2908", Severity.ERROR, "Address set without addresses"),
    /** A server is administered from every address. */
    EVERYBODY_ADMINISTERS("TB2909", Severity.WARNING, "Everybody counts as administrator"),
    /** A delegate has no right. */
    DELEGATE_MAY_NOTHING("TB2910", Severity.WARNING, "Delegate who may do nothing"),
    /** The machine that is logged in to first is shut out by the server's firewall. */
    JUMP_SHUT_OUT("TB2911", Severity.ERROR, "Jump host shut out");

    private final String id;
    private final Severity severity;
    private final String summary;

    TopologyCode(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
