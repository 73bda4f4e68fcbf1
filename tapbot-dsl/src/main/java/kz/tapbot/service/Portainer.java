package kz.tapbot.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Portainer CE in its vendor's image. Its administrator is made by a password file at the first start, so that no stranger can be first. It
 * gets the engine's socket only if that is said with a reason, and is served for an address list only.
 *
 * @see <a href="https://docs.portainer.io/advanced/cli">Portainer, command line</a>
 */
@SpeaksForCaller
public final class Portainer implements ServiceDefinition<PortainerRef> {

    static final HostPath SOCKET = HostPath.of("/var/run/docker.sock");

    private static final int PORT = 9000;
    private static final String PASSWORD = "/run/secrets/portainer-admin-password";

    private final Basics basics;
    private final Optional<Secret> password;
    private final Optional<Setting<String>> engine;

    private Portainer(Basics basics, Optional<Secret> password, Optional<Setting<String>> engine) {
        this.basics = basics;
        this.password = password;
        this.engine = engine;
    }

    /**
     * Portainer CE of a version such as {@code 2.38.1}. The Alpine variant of the image is taken: the other has no program that a health check
     * could run.
     *
     * @throws InvalidValueException if the version moves
     */
    public static Placing<Portainer> version(String version) {
        Version exact = Version.of("Portainer", version, 3, "2.38.1");
        String tag = exact.isAlpine() ? exact.text() : exact.text() + "-alpine";
        Basics basics = Basics.of("portainer", exact, "portainer/portainer-ce:" + tag, DataSize.mib(192));
        return (first, more) -> new Portainer(basics.on(first, more), Optional.empty(), Optional.empty());
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. It must have {@code wget}. */
    public Portainer image(Image image) {
        return new Portainer(basics.image(image), password, engine);
    }

    /** Says the most memory; 192 MiB if not said. */
    public Portainer memory(DataSize most) {
        return new Portainer(basics.memory(most), password, engine);
    }

    /** Says the first password of the user {@code admin}; generated if not said. It acts at the first start only. */
    public Portainer administratorPassword(Secret secret) {
        return new Portainer(basics, Optional.of(secret), engine);
    }

    /**
     * Gives it the engine of its server, which makes whoever logs in root there. Without, it manages remote agents only.
     *
     * @param because why that is needed, for whoever reads reports
     * @throws InvalidValueException if no reason is given
     */
    public Portainer withEngineAccess(String because) {
        if (because.isBlank()) {
            throw new InvalidValueException(
                    ModelCode.MISSING_PART,
                    "Access to the engine is root on the server; say why Portainer needs it:\n"
                            + "    .withEngineAccess(\"the team restarts containers here\")");
        }
        return new Portainer(basics, password, Optional.of(Setting.here(because)));
    }

    /** Serves it under a host name, for those addresses only; Portainer asks for a login behind them. */
    public Portainer servedBy(ProxyRef proxy, HostRef host, AddressSetRef only, AddressSetRef... more) {
        return new Portainer(basics.served(proxy, host, Basics.walled(only, more)), password, engine);
    }

    @Override
    public PortainerRef declare(Declaration on) {
        String name = on.name(basics.kind());
        VolumeRef volume = on.volume(name + "-data", v -> {});
        Secret secret = Basics.secretOr(password, on, name, "admin");
        ContainerRef container = basics.declare(on, name, PORT, c -> {
            container(c, volume, secret);
            engine.ifPresent(because -> c.apply(because, Portainer::engine));
        });
        DataRef settings = container.stores("settings", DataKind.SETTINGS, data -> data.in(volume));
        return new PortainerRef(container, settings);
    }

    private void container(ContainerSpec c, VolumeRef volume, Secret secret) {
        c.role(role -> role.is(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE))
                .listens(Port.tcp(PORT), Port.tcp(9443), Port.tcp(8000))
                .mounts(volume, "/data")
                .storage(storage -> storage.secretFile(PASSWORD, secret, 0))
                .process(process -> process.command("--admin-password-file=" + PASSWORD, arguments()))
                .healthCheck(check ->
                        check.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9000/api/system/status"));
    }

    private String[] arguments() {
        Version version = basics.version();
        boolean checksOrigins = version.isAtLeast(2, 31) || version.isAtLeast(2, 27, 7) && !version.isAtLeast(2, 28);
        List<String> all = new ArrayList<>();
        if (engine.isPresent()) {
            all.add("--host=unix://" + SOCKET);
        }
        // Bare names, without scheme and port (Portainer issues 12748 and 12751).
        if (checksOrigins) {
            basics.served()
                    .ifPresent(served ->
                            all.add("--trusted-origins=" + served.host().name()));
        }
        return all.toArray(String[]::new);
    }

    private static void engine(ContainerSpec c, String because) {
        c.role(role -> role.is(Trait.ENGINE_ACCESS).label("engine-access", because))
                .storage(storage -> storage.hostPath(SOCKET, SOCKET.value()));
    }
}
