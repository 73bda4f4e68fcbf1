package kz.tapbot.service;

import java.util.Optional;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;

/**
 * Traefik 3 in its official image: the proxy that serves the pages of others over HTTPS. What it serves is written from the
 * routes that name it to a file that it watches, whole and in one step, so that it needs no engine socket, no labels and no restart. It opens ports 80, which only redirects and answers the issuer, and 443.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/install-configuration/providers/others/file/">Traefik, file provider</a>
 */
@SpeaksForCaller
public final class Traefik implements ServiceDefinition<TraefikRef> {

    /** It answers for its own dashboard itself, where it answers for all others. */
    private static final int DASHBOARD = 443;

    private static final String WRITTEN_AGAIN = "it is written again from the declaration";
    private static final String ISSUED_AGAIN = "the issuer issues certificates again when they are missing";

    private final Basics basics;
    private final Optional<Setting<CertificatesRef>> certificates;
    private final Optional<Setting<Dashboard>> dashboard;

    private record Dashboard(HostRef host, Access access) {}

    private Traefik(
            Basics basics, Optional<Setting<CertificatesRef>> certificates, Optional<Setting<Dashboard>> dashboard) {
        this.basics = basics;
        this.certificates = certificates;
        this.dashboard = dashboard;
    }

    /**
     * Traefik of a version such as {@code 3.6.1}, 3 or later: its files are written in the syntax of version 3.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves or is older
     */
    public static Placing<Traefik> version(String version) {
        Version exact = Version.of("Traefik", version, 3, "3.6.1")
                .atLeast(
                        "Traefik",
                        3,
                        "its rules are written in the syntax of version 3, which older ones never match.");
        Basics basics = Basics.of("traefik", exact, "traefik:v" + exact.text(), DataSize.mib(128));
        return (first, more) -> new Traefik(basics.on(first, more), Optional.empty(), Optional.empty());
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public Traefik image(Image image) {
        return new Traefik(basics.image(image), certificates, dashboard);
    }

    /** Says the most memory; 128 MiB if not said. */
    public Traefik memory(DataSize most) {
        return new Traefik(basics.memory(most), certificates, dashboard);
    }

    /** Says who issues certificates for the names it serves. Without, it shows one that it signed itself. */
    public Traefik certificatesFrom(CertificatesRef issuer) {
        return new Traefik(basics, Optional.of(Setting.here(issuer)), dashboard);
    }

    /** Shows its dashboard under a host name, for those addresses only and after a login. It is off otherwise. */
    public Traefik dashboardAt(HostRef host, ProxyLogin login, AddressSetRef only, AddressSetRef... more) {
        Dashboard at = new Dashboard(host, login.access(Optional.of(only), more));
        return new Traefik(basics, certificates, Optional.of(Setting.here(at)));
    }

    @Override
    public TraefikRef declare(Declaration on) {
        String name = on.name(basics.kind());
        Optional<VolumeRef> volume = certificates.map(
                issuer -> on.volume(name + "-certificates", v -> v.needsNoBackupBecause(ISSUED_AGAIN)));
        VolumeRef routes = on.volume(name + "-routes", v -> v.needsNoBackupBecause(WRITTEN_AGAIN));
        ContainerRef container = basics.declare(on, name, DASHBOARD, c -> {
            container(c, volume);
            c.mounts(routes, TraefikFiles.ROUTES);
        });
        volume.ifPresent(in -> container.stores(
                "certificates", DataKind.CACHE, data -> data.in(in).needsNoBackupBecause(ISSUED_AGAIN)));
        TraefikRef proxy = new TraefikRef(container);
        dashboard.ifPresent(at -> on.more(
                container, c -> c.apply(at, (spec, to) -> spec.servedBy(proxy, to.host(), DASHBOARD, to.access()))));
        on.whenComplete(all -> {
            Content whole = TraefikRoutes.of(proxy, all, certificates.map(Setting::value))
                    .render();
            on.provides(
                    container,
                    "configuration",
                    "routes",
                    p -> p.probe(TraefikFiles.PROBE)
                            .create(TraefikFiles.PUT)
                            .input(whole)
                            .holdsNoData());
        });
        return proxy;
    }

    /** It runs as root, as its image does, with nothing of root but the low ports. */
    private void container(ContainerSpec c, Optional<VolumeRef> volume) {
        c.role(role -> role.is(Trait.PROXY))
                .listens(Port.tcp(80), Port.tcp(443))
                .publishes(Port.tcp(80))
                .publishes(Port.tcp(443))
                .confinement(kept -> kept.readOnlyRoot().drops(Capability.ALL).adds(Capability.NET_BIND_SERVICE))
                .healthCheck(check -> check.command("traefik", "healthcheck"));
        volume.ifPresent(in -> c.mounts(in, TraefikFiles.CERTIFICATES));
        String file = TraefikFiles.fixed(certificates.map(Setting::value), dashboard.isPresent());
        c.storage(storage -> storage.file("/etc/traefik/traefik.yml", to -> to.text(file)));
    }
}
