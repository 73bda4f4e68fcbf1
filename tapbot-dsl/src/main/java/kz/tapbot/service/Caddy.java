package kz.tapbot.service;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Declaration;
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
import kz.tapbot.model.value.InvalidValueException;

/**
 * Caddy 2 in its official image: a proxy that serves the pages of others over HTTPS, as {@link Traefik} does. Its configuration is written whole from the
 * routes that name it, judged by Caddy itself, put in place in one step and loaded without a connection being cut; a configuration that Caddy refuses
 * changes nothing. It opens ports 80, which only redirects and answers the issuer, and 443.
 *
 * @see <a href="https://caddyserver.com/docs/command-line#caddy-reload">Caddy, reload</a>
 */
@SpeaksForCaller
public final class Caddy implements ServiceDefinition<CaddyRef> {

    private static final String WRITTEN_AGAIN = "is written again from the declaration";
    private static final String ISSUED_AGAIN = "the issuer issues certificates again when they are missing";

    private final Basics basics;
    private final Optional<Setting<CertificatesRef>> certificates;
    private final Optional<Setting<String>> issuerRoot;

    private Caddy(
            Basics basics, Optional<Setting<CertificatesRef>> certificates, Optional<Setting<String>> issuerRoot) {
        this.basics = basics;
        this.certificates = certificates;
        this.issuerRoot = issuerRoot;
    }

    /**
     * Caddy of a version such as {@code 2.10.2}, 2.6 or later. The image needs a shell, {@code sha256sum} and {@code wget}, as the official one has.
     *
     * @throws InvalidValueException if the version moves or is older
     */
    public static Placing<Caddy> version(String version) {
        Version exact = Version.of("Caddy", version, 3, "2.10.2")
                .atLeast("Caddy", 2, "its configuration is written in the syntax of version 2.");
        if (!exact.isAtLeast(2, 6)) {
            throw new InvalidValueException(
                    ModelCode.BAD_IMAGE,
                    "Caddy " + exact.text()
                            + " cannot be declared: older ones than 2.6 cannot be told by which protocols they"
                            + " serve. Take a newer one, for example Caddy.version(\"2.10.2\").");
        }
        Basics basics = Basics.of("caddy", exact, "caddy:" + exact.text(), DataSize.mib(128));
        return (first, more) -> new Caddy(basics.on(first, more), Optional.empty(), Optional.empty());
    }

    /** Takes the image from elsewhere, such as a mirror or one with modules of your own, or pins it by its digest. */
    public Caddy image(Image image) {
        return new Caddy(basics.image(image), certificates, issuerRoot);
    }

    /** Says the most memory; 128 MiB if not said. */
    public Caddy memory(DataSize most) {
        return new Caddy(basics.memory(most), certificates, issuerRoot);
    }

    /** Says who issues certificates for the names it serves. Without, it shows ones that it signed itself. */
    public Caddy certificatesFrom(CertificatesRef issuer) {
        return new Caddy(basics, Optional.of(Setting.here(issuer)), issuerRoot);
    }

    /**
     * Says the certificate of the authority by which Caddy knows the issuer's own server, where that is none that everybody trusts.
     *
     * @param pem the certificate, in PEM
     */
    public Caddy knowsIssuerBy(String pem) {
        return new Caddy(basics, certificates, Optional.of(Setting.here(pem)));
    }

    @Override
    public CaddyRef declare(Declaration on) {
        String name = on.name(basics.kind());
        VolumeRef data = on.volume(name + "-data", v -> v.needsNoBackupBecause(ISSUED_AGAIN));
        VolumeRef config = on.volume(name + "-config", v -> v.needsNoBackupBecause("it " + WRITTEN_AGAIN));
        ContainerRef container = basics.declare(on, name, 443, c -> container(c, data, config));
        container.stores(
                "certificates", DataKind.CACHE, stored -> stored.in(data).needsNoBackupBecause(ISSUED_AGAIN));
        CaddyRef proxy = new CaddyRef(container);
        on.whenComplete(all -> {
            Content whole = CaddyRoutes.of(proxy, all, certificates.map(Setting::value))
                    .render(basics.version(), issuerRoot.isPresent());
            on.provides(
                    container,
                    "configuration",
                    "routes",
                    p -> p.probe(CaddyFiles.PROBE)
                            .create(CaddyFiles.PUT)
                            .input(whole)
                            .holdsNoData());
        });
        return proxy;
    }

    /**
     * It runs as root, as its image does, with nothing of root but the low ports. What it says about itself is asked inside the container, where alone its
     * administration listens. Requests that are being answered get a moment to end before it does.
     */
    private void container(ContainerSpec c, VolumeRef data, VolumeRef config) {
        c.role(role -> role.is(Trait.PROXY))
                .listens(Port.tcp(80), Port.tcp(443))
                .publishes(Port.tcp(80))
                .publishes(Port.tcp(443))
                .confinement(kept -> kept.readOnlyRoot().drops(Capability.ALL).adds(Capability.NET_BIND_SERVICE))
                .mounts(data, "/data")
                .mounts(config, "/config")
                .process(
                        process -> process.command("sh", "-c", CaddyFiles.START).stopGrace(Duration.ofSeconds(30)))
                .storage(storage -> storage.file(CaddyFiles.FIRST, file -> file.text(CaddyFiles.NOTHING_YET)))
                .healthCheck(check -> check.command("wget", "-q", "-O", "/dev/null", CaddyFiles.ADMIN)
                        .every(Duration.ofSeconds(5))
                        .startPeriod(Duration.ofSeconds(15)));
        issuerRoot.ifPresent(pem -> c.storage(storage -> storage.file(CaddyFiles.ISSUER, to -> to.text(pem.value()))));
    }
}
