package kz.tapbot.model.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;

/**
 * A container's port opened on its server.
 *
 * @param host the port on the server
 * @param container the port in the container, of the same protocol
 * @param bind the server's address it is opened on; every address of both families if absent
 * @param from who may reach it; everybody if empty, sorted
 */
public record Publication(Port host, int container, Optional<IpAddress> bind, List<AddressSetName> from)
        implements Comparable<Publication> {

    private static final Comparator<Publication> ORDER = Comparator.comparing(Publication::host)
            .thenComparing(
                    publication -> publication.bind().map(IpAddress::value).orElse(""))
            .thenComparingInt(Publication::container)
            .thenComparing(publication -> publication.from().toString());

    /** Checks the container's port and sorts who may reach it. */
    public Publication {
        new Port(container, host.protocol());
        from = from.stream().sorted().distinct().toList();
    }

    /** To everybody, under the same number. */
    public static Publication open(Port port) {
        return new Publication(port, port.number(), Optional.empty(), List.of());
    }

    @Override
    public int compareTo(Publication other) {
        return ORDER.compare(this, other);
    }
}
