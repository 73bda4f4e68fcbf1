package kz.tapbot.rule.pack;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;

import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.RestartPolicy;

/** What breaks each rule of the packs of capacity, availability, upkeep and compatibility, and the same when it is mended. */
final class RunningExamples {

    private RunningExamples() {}

    static void servicesHaveAMemoryLimit(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("shop", Image.of("example/shop:2.1"), c -> {});
    }

    static void servicesHaveAMemoryLimitMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.limits(l -> l.memory(mib(256))));
    }

    static void serversSayTheirSize(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"));
    }

    static void serversSayTheirSizeMended(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.size(cpus(2), gib(4), gib(80)));
    }

    static void serversHaveRoomForAnUpdate(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.size(cpus(2), gib(4), gib(80)));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.limits(l -> l.memory(gib(2))));
        box.container("search", Image.of("example/search:1.3"), c -> c.limits(l -> l.memory(gib(1))));
    }

    static void serversHaveRoomForAnUpdateMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.size(cpus(2), gib(8), gib(80)));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.limits(l -> l.memory(gib(2))));
        box.container("search", Image.of("example/search:1.3"), c -> c.limits(l -> l.memory(gib(1))));
    }

    static void servedServicesTellTheirHealth(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.publishes(Port.tcp(443)));
    }

    static void servedServicesTellTheirHealthMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container(
                "shop",
                Image.of("example/shop:2.1"),
                c -> c.publishes(Port.tcp(443)).healthCheck(h -> h.command("shop", "health")));
    }

    static void servedServicesAreStartedAgain(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container(
                "shop",
                Image.of("example/shop:2.1"),
                c -> c.publishes(Port.tcp(443)).process(p -> p.restart(RestartPolicy.NO)));
    }

    static void servedServicesAreStartedAgainMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.publishes(Port.tcp(443)));
    }

    static void copiesDoNotShareANeed(TopologySpec t) {
        var east = t.server("east", HostAddress.of("203.0.113.20"));
        var west = t.server("west", HostAddress.of("198.51.100.20"));
        var queue = east.container("queue", Image.of("example/queue:4.0"), c -> {});
        east.container("shop", Image.of("example/shop:2.1"), c -> c.needs(queue));
        west.container("shop", Image.of("example/shop:2.1"), c -> c.needs(queue));
    }

    static void copiesDoNotShareANeedMended(TopologySpec t) {
        var east = t.server("east", HostAddress.of("203.0.113.20"));
        var west = t.server("west", HostAddress.of("198.51.100.20"));
        var eastern = east.container("queue", Image.of("example/queue:4.0"), c -> {});
        var western = west.container("queue", Image.of("example/queue:4.0"), c -> {});
        east.container("shop", Image.of("example/shop:2.1"), c -> c.needs(eastern));
        west.container("shop", Image.of("example/shop:2.1"), c -> c.needs(western));
    }

    static void serversInstallUpdates(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"));
    }

    static void serversInstallUpdatesMended(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.updates(u -> u.rebootAt("04:30")));
    }

    static void serversRestartForUpdates(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.updates(u -> {}));
    }

    static void serversRestartForUpdatesMended(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.updates(u -> u.rebootAt("04:30")));
    }

    static void imagesArePinned(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("shop", Image.of("example/shop:2.1"), c -> {});
    }

    static void imagesArePinnedMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container(
                "shop",
                Image.of("example/shop:2.1@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"),
                c -> {});
    }

    static void oneVersionOfAnImage(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("orders", Image.of("postgres:16.9"), c -> {});
        box.container("people", Image.of("postgres:15.13"), c -> {});
    }

    static void oneVersionOfAnImageMended(TopologySpec t) {
        var postgres = Image.of("postgres:16.9");
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("orders", postgres, c -> {});
        box.container("people", postgres, c -> {});
    }
}
