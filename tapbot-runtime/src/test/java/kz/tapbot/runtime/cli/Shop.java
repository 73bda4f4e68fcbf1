package kz.tapbot.runtime.cli;

import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;

/** A small estate: one server, a page and a database. */
final class Shop {

    private Shop() {}

    static Topology topology() {
        return page("1.29.3");
    }

    static Topology newerPage() {
        return page("1.29.4");
    }

    static Topology page(String page) {
        return Tapbot.topology("shop", t -> {
            var office = t.addresses("office", "198.51.100.7/32");
            var box = t.server(
                    "box",
                    HostAddress.of("203.0.113.20"),
                    s -> s.administeredFrom(office)
                            .ssh(ssh -> ssh.hostKey("SHA256:hosthosthosthosthosthosthosthosthosthosthos")));
            var web = box.network("web");
            var database = box.network("database", n -> n.internal());
            var data = box.volume("data", v -> v.needsNoBackupBecause("it is made up"));
            var store = box.container(
                    "store",
                    Image.of("example/store:16.9"),
                    c -> c.joins(database)
                            .mounts(data, "/var/lib/postgresql/data")
                            .healthCheck(h -> h.command("pg_isready", "-q")));
            box.container(
                    "page",
                    Image.of("nginx:" + page),
                    c -> c.joins(web).joins(database).needs(store).publishes(Port.tcp(80)));
        });
    }
}
