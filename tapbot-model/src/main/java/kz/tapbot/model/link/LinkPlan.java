package kz.tapbot.model.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;

/**
 * Who has which address inside a link: first its servers in the order of their names, then four for each service that a permit names, so placed that one more
 * seldom moves another. A pure function of the link; a link of IPv6 has no ends.
 */
public final class LinkPlan {

    private static final int BLOCK = 4;
    private static final int LONGEST = 40;

    /** Reserved for private use by ICANN's board in 2024, so that nobody's name outside ends so. */
    private static final String PRIVATE = ".internal";

    private final Link link;
    private final List<ServerName> servers;
    private final SortedSet<LinkEnd> ends = new TreeSet<>();
    private boolean fits = true;

    private LinkPlan(Link link) {
        this.link = link;
        this.servers = List.copyOf(link.servers());
        if (!link.subnet().isIpv6()) {
            place();
        }
    }

    /** The plan of a link. */
    public static LinkPlan of(Link link) {
        return new LinkPlan(link);
    }

    private void place() {
        long blocks = Math.max(1, (1L << 32 - link.subnet().prefixLength()) / BLOCK);
        long first = servers.size() / BLOCK + 1L;
        fits = servers.size() + 2 <= 1L << 32 - link.subnet().prefixLength();
        Set<Long> taken = new HashSet<>();
        SortedSet<String> keys = new TreeSet<>();
        for (LinkPermit permit : link.permits()) {
            keys.add(permit.to().toString());
            keys.add(permit.from() + " " + permit.to().server());
        }
        for (String key : keys) {
            if (blocks - first - taken.size() <= 0) {
                fits = false;
                return;
            }
            long slot = hash(key) % (blocks - first);
            while (!taken.add(slot)) {
                slot = (slot + 1) % (blocks - first);
            }
            ends.add(end(key, block((first + slot) * BLOCK)));
        }
    }

    private static long hash(String key) {
        CRC32 hash = new CRC32();
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }

    private Cidr block(long offset) {
        return Cidr.of(link.subnet().address(offset) + "/30");
    }

    private LinkEnd end(String key, Cidr block) {
        int space = key.indexOf(' ');
        ServiceId service = ServiceId.of(space < 0 ? key : key.substring(0, space));
        Optional<ServerName> towards =
                space < 0 ? Optional.empty() : Optional.of(ServerName.of(key.substring(space + 1)));
        String name = "link-" + link.name() + "-" + service.service()
                + towards.map(server -> "-to-" + server).orElse("");
        String fitting = name.length() <= LONGEST
                ? name
                : "link-" + Long.toHexString(hash(link.name() + " " + key)) + "-" + service.service();
        return new LinkEnd(
                service,
                towards,
                NetworkName.of(fitting.substring(0, Math.min(LONGEST, fitting.length()))
                        .replaceAll("-$", "")),
                block);
    }

    /** Whether the subnet has an address for everybody. */
    public boolean fits() {
        return fits;
    }

    /** The address of a server inside the link. */
    public IpAddress address(ServerName server) {
        int index = servers.indexOf(server);
        if (index < 0) {
            throw new IllegalArgumentException(server + " is not on link " + link.name());
        }
        return link.subnet().address(index + 1L);
    }

    /** The name of a server inside the link, known on the other servers and to the services that may reach something there: {@code data.private.internal}. */
    public HostName hostName(ServerName server) {
        return hostName(link.name(), server);
    }

    /** The name of a server inside a link. */
    public static HostName hostName(LinkName link, ServerName server) {
        return HostName.of(server + "." + link + PRIVATE);
    }

    /** Where services meet the link, on all servers. */
    public SortedSet<LinkEnd> ends() {
        return Collections.unmodifiableSortedSet(ends);
    }

    /** Where services of a server meet the link. */
    public SortedSet<LinkEnd> ends(ServerName server) {
        SortedSet<LinkEnd> own = new TreeSet<>();
        for (LinkEnd end : ends) {
            if (end.service().server().equals(server)) {
                own.add(end);
            }
        }
        return own;
    }

    /** From where a permit leads. */
    public Optional<LinkEnd> from(LinkPermit permit) {
        return ends.stream()
                .filter(end -> end.service().equals(permit.from())
                        && end.towards().filter(permit.to().server()::equals).isPresent())
                .findFirst();
    }

    /** To where a permit leads. */
    public Optional<LinkEnd> to(LinkPermit permit) {
        return ends.stream()
                .filter(end ->
                        end.service().equals(permit.to()) && end.towards().isEmpty())
                .findFirst();
    }

    /** What of the link's addresses is behind a server: its own, and those of its services. */
    public SortedSet<Cidr> behind(ServerName server) {
        SortedSet<Cidr> all = new TreeSet<>();
        all.add(Cidr.of(address(server).value()));
        List<LinkEnd> own = new ArrayList<>(ends(server));
        own.forEach(end -> all.add(end.block()));
        return all;
    }
}
