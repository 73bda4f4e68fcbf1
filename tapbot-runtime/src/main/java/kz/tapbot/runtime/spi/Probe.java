package kz.tapbot.runtime.spi;

import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;

/** A question about what is reached from where. */
public sealed interface Probe {

    /** What it is about. */
    Address about();

    /**
     * Whether a port of the server is reached from the Internet.
     *
     * @param about what it is about
     * @param port the port
     * @param from the address it is tried from; any that is in no declared set if absent
     * @param blocks those that the address is in, any other of which will do as well; if it is absent, those of everybody who is let in, so that none of
     *     theirs will do
     */
    record FromOutside(Address about, Port port, Optional<String> from, Set<Cidr> blocks) implements Probe {

        /** Copies the blocks. */
        public FromOutside {
            blocks = Set.copyOf(blocks);
        }

        /** From that address alone, or from any that is in no declared set. */
        public FromOutside(Address about, Port port, Optional<String> from) {
            this(about, port, from, Set.of());
        }
    }

    /**
     * Whether a container reaches a port of another by name.
     *
     * @param about what it is about
     * @param from the container that tries
     * @param to the name it tries
     * @param port the port
     */
    record FromContainer(Address about, String from, String to, Port port) implements Probe {}

    /**
     * Whether a program of the server itself reaches an address.
     *
     * @param about what it is about
     * @param to the address
     * @param port the port
     */
    record FromServer(Address about, IpAddress to, Port port) implements Probe {}

    /**
     * Whether another server answers over a link.
     *
     * @param about what it is about
     * @param link the link
     * @param peer the other server
     */
    record OverLink(Address about, LinkName link, ServerName peer) implements Probe {}

    /**
     * What a visitor without a login is answered.
     *
     * @param about what it is about
     * @param host the host name asked for
     * @param path the path asked for
     */
    record Visit(Address about, HostName host, String path) implements Probe {}

    /**
     * Whether a container is healthy.
     *
     * @param about what it is about
     * @param container its name
     */
    record Healthy(Address about, String container) implements Probe {}
}
