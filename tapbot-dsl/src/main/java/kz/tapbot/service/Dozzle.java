package kz.tapbot.service;

import java.util.Optional;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;

/**
 * Dozzle, which shows the logs of all containers, in its vendor's image. It asks nobody for a login unless told to; so it can be served only
 * behind the proxy's login and an address list. It cannot start, stop or enter containers.
 *
 * @see <a href="https://dozzle.dev/guide/authentication">Dozzle, authentication</a>
 */
@SpeaksForCaller
public final class Dozzle implements ServiceDefinition<DozzleRef> {

    private static final int PORT = 8080;

    private final Basics basics;

    private Dozzle(Basics basics) {
        this.basics = basics;
    }

    /**
     * Dozzle of a version such as {@code 8.14.12}; the image's own tag begins with a {@code v}, which may be left out.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves
     */
    public static Placing<Dozzle> version(String version) {
        Version exact = Version.of("Dozzle", version, 3, "8.14.12");
        Basics basics = Basics.of("dozzle", exact, "amir20/dozzle:v" + exact.text(), DataSize.mib(64));
        return (first, more) -> new Dozzle(basics.on(first, more));
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public Dozzle image(Image image) {
        return new Dozzle(basics.image(image));
    }

    /** Says the most memory; 64 MiB if not said. */
    public Dozzle memory(DataSize most) {
        return new Dozzle(basics.memory(most));
    }

    /** Serves it under a host name, for those addresses only and after the proxy's login. */
    public Dozzle servedBy(ProxyRef proxy, HostRef host, ProxyLogin login, AddressSetRef only, AddressSetRef... more) {
        return new Dozzle(basics.served(proxy, host, login.access(Optional.of(only), more)));
    }

    /** The image holds the one program and no shell; it asks itself and the engine (Dozzle, {@code internal/healthcheck/http.go}). */
    @Override
    public DozzleRef declare(Declaration on) {
        ContainerRef container = basics.declare(
                on,
                on.name(basics.kind()),
                PORT,
                c -> c.role(role -> role.is(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE, Trait.ENGINE_ACCESS))
                        .listens(Port.tcp(PORT))
                        .environment("DOZZLE_NO_ANALYTICS", "true")
                        .environment("DOZZLE_ENABLE_ACTIONS", "false")
                        .environment("DOZZLE_ENABLE_SHELL", "false")
                        .storage(storage -> storage.readOnlyHostPath(Portainer.SOCKET, Portainer.SOCKET.value()))
                        .confinement(kept -> kept.drops(Capability.ALL))
                        .healthCheck(check -> check.command("/dozzle", "healthcheck")));
        return new DozzleRef(container);
    }
}
