package kz.tapbot.reach;

import java.util.function.Consumer;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;

/** A small estate of plain containers; the line of each declaration is part of what is asserted. */
public final class Shop {

    private static final String KEY = "SHA256:datadatadatadatadatadatadatadatadatadatadat";

    /** As it should be. */
    public static final Topology GOOD = with("nothing", more -> {});

    private record Proxy(ContainerRef container) implements ProxyRef {}

    private Shop() {}

    /** With more said of one service. */
    public static Topology with(String service, Consumer<ContainerSpec> more) {
        return Tapbot.draft("shop", t -> {
                    var office = t.addresses("office", "198.51.100.0/28", "2001:db8:7::/64");
                    var zone = t.zone("example.com");
                    var front = t.server(
                            "front",
                            HostAddress.of("203.0.113.10"),
                            s -> s.ipv6(IpAddress.of("2001:db8::10"))
                                    .ssh(ssh -> ssh.hostKey(KEY))
                                    .administeredFrom(office));
                    var back = t.server(
                            "back",
                            HostAddress.of("203.0.113.20"),
                            s -> s.administeredFrom(office)
                                    .ssh(ssh -> ssh.hostKey(KEY))
                                    .firewall(f -> f.opens(Port.tcp(9100), "metrics", office)));
                    var web = front.network("web", n -> n.subnetIpv6("fd00:0:0:20::/64"));
                    var inner = front.network("inner", n -> n.internal());
                    var proxy = new Proxy(front.container(
                            "proxy",
                            Image.of("example/proxy:1.0.0"),
                            c -> c.joins(web).publishes(Port.tcp(443)).role(r -> r.is(Trait.PROXY))));
                    var db = front.container("db", Image.of("example/db:1.0.0"), c -> {
                        c.joins(inner).listens(Port.tcp(5432)).role(r -> r.is(Trait.DATABASE));
                        c.healthCheck(h -> h.command("ready"));
                        also("db", service, more, c);
                    });
                    var site = front.container(
                            "site",
                            Image.of("example/site:1.0.0"),
                            c -> c.joins(web)
                                    .joins(inner)
                                    .needs(db)
                                    .healthCheck(h -> h.command("ready"))
                                    .servedBy(proxy, zone.host("www"), 8080, Access.everybodyBecause("it is the shop"))
                                    .servedBy(
                                            proxy,
                                            zone.host("admin"),
                                            8081,
                                            Access.ownLogin().onlyFrom(office))
                                    .servedBy(
                                            proxy,
                                            zone.host("stats"),
                                            8082,
                                            Access.proxyLogin("admin", Secret.generated("stats")))
                                    .role(r -> r.is(Trait.WEB_INTERFACE)));
                    front.container("debug", Image.of("example/debug:1.0.0"), c -> {
                        c.joins(web)
                                .publishes(Port.tcp(6060), p -> p.on(IpAddress.of("127.0.0.1")))
                                .publishes(Port.tcp(6061), office);
                        also("debug", service, more, c);
                    });
                    var far = back.network("far", n -> n.internal());
                    var index = back.container(
                            "index",
                            Image.of("example/index:1.0.0"),
                            c -> c.joins(far).listens(Port.tcp(7700)));
                    back.container(
                            "later",
                            Image.of("example/later:1.0.0"),
                            c -> c.joins(far).listens(Port.tcp(80)).role(r -> r.planned()));
                    t.link(
                            "private",
                            Cidr.of("10.99.0.0/24"),
                            l -> l.joins(front, back).lets(site).reach(index, 7700));
                })
                .topology();
    }

    private static void also(String name, String wanted, Consumer<ContainerSpec> more, ContainerSpec spec) {
        if (name.equals(wanted)) {
            more.accept(spec);
        }
    }
}
