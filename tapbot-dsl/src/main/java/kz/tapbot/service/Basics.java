package kz.tapbot.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.DataSize;

/**
 * What every service in a container is set up with: an immutable value that each definition keeps beside what is its own.
 *
 * @param kind the kind, which is also the name if the user gives none
 * @param version the version, which decides on paths and users
 * @param image what runs
 * @param networks where, at least one
 * @param memory the most it may take
 * @param routes where its pages are served
 * @param said what else was said of the container, each at its own place
 */
@SpeaksForCaller
record Basics(
        String kind,
        Version version,
        Setting<Image> image,
        List<Setting<NetworkRef>> networks,
        Setting<DataSize> memory,
        List<Setting<Served>> routes,
        List<Setting<Consumer<ContainerSpec>>> said) {

    /** A host name under which pages are served. */
    record Served(ProxyRef proxy, HostRef host, Access access) {

        /** The address people type, without a slash at the end. */
        String url() {
            String path = host.path();
            return "https://" + host.name() + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
    }

    Basics {
        networks = List.copyOf(networks);
        routes = List.copyOf(routes);
        said = List.copyOf(said);
    }

    /** The first step: what and which version. The networks follow. */
    static Basics of(String kind, Version version, String image, DataSize memory) {
        return new Basics(
                kind, version, Setting.here(Image.of(image)), List.of(), Setting.here(memory), List.of(), List.of());
    }

    Basics on(NetworkRef first, NetworkRef... more) {
        List<Setting<NetworkRef>> all = new ArrayList<>(networks);
        all.add(Setting.here(first));
        for (NetworkRef network : more) {
            all.add(Setting.here(network));
        }
        return new Basics(kind, version, image, all, memory, routes, said);
    }

    Basics image(Image other) {
        return new Basics(kind, version, Setting.here(other), networks, memory, routes, said);
    }

    Basics memory(DataSize most) {
        return memory(Setting.here(most));
    }

    Basics memory(Setting<DataSize> most) {
        return new Basics(kind, version, image, networks, most, routes, said);
    }

    Basics served(ProxyRef proxy, HostRef host, Access access) {
        List<Setting<Served>> all = new ArrayList<>(routes);
        all.add(Setting.here(new Served(proxy, host, access)));
        return new Basics(kind, version, image, networks, memory, all, said);
    }

    Basics say(Consumer<ContainerSpec> what) {
        List<Setting<Consumer<ContainerSpec>>> all = new ArrayList<>(said);
        all.add(Setting.here(what));
        return new Basics(kind, version, image, networks, memory, routes, all);
    }

    /** Its own login, and a wall of addresses before it. */
    static Access walled(AddressSetRef first, AddressSetRef... more) {
        return Access.ownLogin().onlyFrom(first).onlyFrom(more);
    }

    /** The network over which clients are told to reach it. */
    NetworkRef network() {
        return networks.get(0).value();
    }

    /** The first address under which people find it. */
    Optional<Served> served() {
        return routes.isEmpty() ? Optional.empty() : Optional.of(routes.get(0).value());
    }

    /** The name of a secret that belongs to this one service: servers do not share what they generate. */
    static String secretName(Declaration on, String name, String what) {
        return on.server().name() + "-" + name + "-" + what;
    }

    /** The given secret, or one generated for this service. */
    static Secret secretOr(Optional<Secret> given, Declaration on, String name, String what) {
        return given.orElseGet(() -> Secret.generated(secretName(on, name, what)));
    }

    /** Declares the container; {@code port} is the one its pages are on. */
    ContainerRef declare(Declaration on, String name, int port, Consumer<ContainerSpec> own) {
        return on.container(name, image, c -> {
            c.role(role -> role.kind(kind));
            own.accept(c);
            placed(c);
            for (Setting<Served> route : routes) {
                c.apply(route, (spec, to) -> spec.servedBy(to.proxy(), to.host(), port, to.access()));
            }
            for (Setting<Consumer<ContainerSpec>> setting : said) {
                c.apply(setting, (spec, what) -> what.accept(spec));
            }
        });
    }

    /** Says the networks and the limit, for this container or a helper of it. */
    void placed(ContainerSpec c) {
        for (Setting<NetworkRef> network : networks) {
            c.apply(network, (spec, to) -> spec.joins(to));
        }
        c.apply(memory, (spec, most) -> spec.limits(limits -> limits.memory(most)));
    }

    /** Joins a database's network where it is on the same server, and waits for the database. */
    static void reaches(ContainerSpec c, Declaration on, DatabaseRef database) {
        if (database.network().id().server().equals(on.server().name())) {
            c.joins(database.network());
        }
        c.needs(database.service());
    }
}
