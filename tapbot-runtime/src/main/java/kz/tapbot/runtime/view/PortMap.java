package kz.tapbot.runtime.view;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;

/**
 * Which ports of which server are open to whom, which are internal, which are reserved: the document that operators keep by hand
 * elsewhere and that is then wrong. Made of the topology alone.
 */
public final class PortMap {

    private final Topology topology;
    private final List<Server> servers;

    private PortMap(Topology topology, List<Server> servers) {
        this.topology = topology;
        this.servers = servers;
    }

    /** Of every server. */
    public static PortMap of(Topology topology) {
        return new PortMap(topology, topology.servers());
    }

    /** Of one server, and the links it is part of; empty if there is no such server. */
    public static PortMap of(Topology topology, ServerName server) {
        return new PortMap(topology, topology.server(server).stream().toList());
    }

    /** The map as aligned text for a terminal; ends with a line break. */
    public static String render(Topology topology) {
        return of(topology).text();
    }

    /** As aligned text for a terminal; ends with a line break. */
    public String text() {
        StringBuilder out = new StringBuilder(2048);
        for (Server server : servers) {
            out.append(out.isEmpty() ? "" : "\n").append(heading(server)).append('\n');
            tables(server).forEach(table -> table.text(out));
        }
        return out.toString();
    }

    /** As Markdown with one table for each part; ends with a line break. */
    public String markdown() {
        StringBuilder out = new StringBuilder(2048).append("# Ports of ").append(topology.name());
        out.append("\n\n");
        for (Server server : servers) {
            out.append("## ").append(heading(server)).append("\n\n");
            tables(server).forEach(table -> table.markdown(out));
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    /** The tables of a server: public, host names, internal, reserved and over links; those without rows included. */
    public List<TextTable> tables(Server server) {
        PortTables tables = new PortTables(topology, server);
        return List.of(tables.open(), tables.names(), tables.internal(), tables.reserved(), tables.links());
    }

    /** The servers that are shown. */
    public List<Server> servers() {
        return servers;
    }

    private static String heading(Server server) {
        return "Server " + server.name() + " (" + server.host()
                + server.ipv6().map(address -> ", " + address).orElse("") + ")"
                + (server.firewall() ? "" : ", without a firewall")
                + (server.planned() ? ", planned" : "");
    }
}
