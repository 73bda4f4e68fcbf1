package kz.tapbot.validate.internal;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;

/** A service with the server it is on. */
public final class ServiceEntry {

    private final int index;
    private final Server server;
    private final Service service;
    private final ServiceId id;
    private final boolean active;
    private final boolean engine;
    private final boolean aliases;
    private final Optional<Product> product;
    private final boolean database;
    private final boolean cache;

    ServiceEntry(int index, Server server, Service service) {
        this.index = index;
        this.server = server;
        this.service = service;
        this.id = new ServiceId(server.name(), service.name());
        this.active = !service.planned() && !server.planned();
        boolean socket = false;
        for (Mount mount : service.mounts()) {
            socket |= isEngineSocket(mount);
        }
        this.engine = socket || service.is(Trait.ENGINE_ACCESS);
        boolean named = false;
        for (Attachment attachment : service.networks()) {
            named |= !attachment.aliases().isEmpty();
        }
        this.aliases = named;
        this.product = Product.of(service.image());
        this.database = Product.is(service, product, Trait.DATABASE);
        this.cache = Product.is(service, product, Trait.CACHE);
    }

    /** Its number among all services, from 0. */
    public int index() {
        return index;
    }

    /** The server it is on. */
    public Server server() {
        return server;
    }

    /** What was declared. */
    public Service service() {
        return service;
    }

    /** Its reference. */
    public ServiceId id() {
        return id;
    }

    /** Whether it is to run, and not only planned. */
    public boolean active() {
        return active;
    }

    /** Whether it speaks with the container engine, said or not: who does is root on the server. */
    public boolean engine() {
        return engine;
    }

    /** Whether it has other names on its networks than its own. */
    public boolean hasAliases() {
        return aliases;
    }

    /** Whether both are on one network. */
    public boolean sharesNetworkWith(ServiceEntry other) {
        if (service.networks().isEmpty() || other.service.networks().isEmpty()) {
            return false;
        }
        // both are sorted, so that one look at each is enough
        Iterator<Attachment> ones = service.networks().iterator();
        Iterator<Attachment> others = other.service.networks().iterator();
        NetworkId one = ones.next().network();
        NetworkId two = others.next().network();
        while (true) {
            int order = one.compareTo(two);
            if (order == 0) {
                return true;
            }
            Iterator<Attachment> behind = order < 0 ? ones : others;
            if (!behind.hasNext()) {
                return false;
            }
            if (order < 0) {
                one = ones.next().network();
            } else {
                two = others.next().network();
            }
        }
    }

    /** The words of its entry point and of its command, as far as they are said. */
    public List<String> words() {
        return Stream.of(service.entrypoint(), service.command())
                .flatMap(Optional::stream)
                .map(Command::arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** The value of a variable, where it is there and no secret. */
    public Optional<String> text(String variable) {
        return Optional.ofNullable(service.environment().get(variable)).flatMap(EnvironmentValue::text);
    }

    /** Whether it was declared as a plain container, and by no class that knows its product. */
    public boolean plain() {
        return service.kind().value().equals("container");
    }

    /** The product that its image brings, if it is known. */
    public Optional<Product> product() {
        return product;
    }

    /** Whether it keeps the estate's data, said or known by its image. */
    public boolean database() {
        return database;
    }

    /** Whether it keeps what can be made again, said or known by its image. */
    public boolean cache() {
        return cache;
    }

    /** Whether it rules over the server or other services. */
    public boolean admin() {
        return service.is(Trait.ADMIN_INTERFACE) || engine;
    }

    /** Whether the mount is the container engine's socket, or a directory that holds it. */
    public static boolean isEngineSocket(Mount mount) {
        if (mount.host().isEmpty()) {
            return false;
        }
        String path = mount.host().get().value();
        return path.endsWith("/docker.sock")
                || path.endsWith("/podman.sock")
                || path.endsWith("/containerd.sock")
                || path.equals("/run")
                || path.equals("/var/run");
    }

    /** Its address. */
    public Address address() {
        return id.address();
    }

    /** The service itself. */
    public Subject subject() {
        return Subject.of(address(), service.places());
    }

    /** A setting of the service, from the exact name to the general one. */
    public Subject at(String... settings) {
        return Subject.of(address(), service.places(), settings);
    }

    /** A publication of the service. */
    public Subject publication(Publication publication) {
        String port = "publications." + publication.host();
        return publication.bind().isPresent()
                ? at(port + " on " + publication.bind().get(), port, "publications")
                : at(port, "publications");
    }

    /** A route of the service. */
    public Subject route(Route route) {
        return route.places().declaration().isPresent()
                ? Subject.of(address(), route.places())
                : at("routes." + route.host() + route.path(), "routes");
    }
}
