package kz.tapbot.examples.hello;

import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;

/** One server, one container: the first estate of a newcomer. */
public final class Hello {

    private Hello() {}

    /** The estate. */
    public static Topology topology() {
        return Tapbot.topology("hello", t -> {
            var office = t.addresses("office", "198.51.100.7/32");
            var server = t.server("main", HostAddress.of("203.0.113.5"), s -> s.administeredFrom(office));
            var web = server.network("web");
            server.container("site", Image.of("nginx:1.29.3"), c -> c.joins(web).publishes(Port.tcp(80)));
        });
    }

    /** The command line for it: {@code plan}, {@code apply}, … */
    public static void main(String[] args) {
        System.exit(Tapbot.main(Hello::topology, args));
    }
}
