package kz.tapbot.runtime.reach;

import java.util.List;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.lab.LabServer;
import kz.tapbot.lab.Neighbour;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;

/**
 * The machines of the lab that generated estates are applied to and scanned from.
 *
 * @param names the servers' names
 * @param servers the servers, in the same order
 * @param neighbour who scans from outside
 */
record LabSide(List<ServerName> names, List<LabServer> servers, Neighbour neighbour) {

    /** Somebody whom no set of addresses knows, but for one that holds everybody. */
    static final String STRANGER = "10.214.7.150";

    static final String PASSWORD = "correct-horse-battery-staple";

    /** What applies would wait for, and a small image of Debian's Caddy, with what Tapbot uses of the official one. */
    private static final String CADDY = """
            cd /tmp && (apt-get -qq update && apt-get -qq install -y --no-install-recommends wget wireguard-tools wireguard-go && apt-get -qq download caddy) >/dev/null 2>&1
            dpkg -x caddy_*.deb /tmp/caddy
            mkdir -p /tmp/image/data /tmp/image/config /tmp/image/etc/caddy /tmp/image/tmp
            tar -h -C / -cf - $(for program in sh sha256sum mkdir cat mv ln rm tail; do echo bin/$program; done) usr/bin/wget \\
              $(ldd /bin/sh /bin/sha256sum /bin/mkdir /bin/mv /usr/bin/wget /tmp/caddy/usr/bin/caddy | grep -o '/lib[^ ]*' | sort -u | cut -c2-) \\
              -C /tmp/caddy usr/bin/caddy -C /tmp/image data config tmp etc \\
              | docker import -c 'ENV XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data PATH=/usr/bin:/bin' - caddy:%s
            """.formatted(LabPages.VERSION);

    static final List<ServerName> NAMES = List.of(ServerName.of("app"), ServerName.of("data"));

    LabServer machine(ServerName name) {
        return servers.get(names.indexOf(name));
    }

    Server.Builder declared(ServerName name) {
        return machine(name).declared(name.value());
    }

    IpAddress four(ServerName name) {
        return IpAddress.of(machine(name).address());
    }

    IpAddress six(ServerName name) {
        return IpAddress.of(LabNetwork.ipv6Of(machine(name).address()));
    }

    /** Whoever declares: the machine of the tests, and the neighbour's second address by both families. */
    List<Cidr> administrators() {
        return List.of(
                Cidr.of(LabNetwork.here() + "/32"),
                Cidr.of(neighbour.trusted() + "/32"),
                Cidr.of(LabNetwork.ipv6Of(neighbour.trusted()) + "/128"));
    }

    /** Gives every machine the programs of the tests, and every engine their image. */
    void prepare() {
        servers.parallelStream().forEach(server -> {
            server.image(LabEstates.IMAGE);
            server.sh(CADDY);
            server.sh(file("listen.pl") + file("knock.py") + file("visit.py"));
            // As engines from 27.0 on do by themselves.
            server.sh("ip6tables -t nat -A POSTROUTING -s fd15::/16 ! -d fd15::/16 -o eth0 -j MASQUERADE");
        });
        neighbour.sh(file("knock.py") + file("visit.py") + "ip address add " + STRANGER
                + "/24 dev eth0 && ip address add " + LabNetwork.ipv6Of(STRANGER) + "/64 dev eth0 nodad");
    }

    /** The addresses of a container network, or of all of a server: on the way between machines nobody keeps them from being reached. */
    static String block(int server, int network) {
        return "fd15:0:" + (server + 1) + (network > 0 ? ":" + network + "::/64" : "::/48");
    }

    private static String file(String name) {
        return "cat >/root/" + name + " <<'END OF FILE'\n" + LabListeners.program(name) + "END OF FILE\n";
    }

    /** Lets a server have no IPv6 where none is declared, and others know the way to its containers where one is. */
    void address(Server server) {
        int number = names.indexOf(server.name());
        String six = six(server.name()).value();
        boolean has = server.ipv6().isPresent();
        servers.get(number)
                .sh(
                        has
                                ? "ip address replace " + six + "/64 dev eth0 nodad"
                                : "ip address delete " + six
                                        + "/64 dev eth0 2>/dev/null; ip -6 route delete default dev eth0 2>/dev/null || true");
        String route = "ip -6 route replace " + block(number, 0) + " via " + six;
        servers.get(1 - number).sh(route + " 2>/dev/null || true");
        neighbour.sh(route);
    }
}
