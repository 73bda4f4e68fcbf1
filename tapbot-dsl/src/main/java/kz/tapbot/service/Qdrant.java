package kz.tapbot.service;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;

/**
 * Qdrant, a vector database, in its vendor's image and never without an API key. There is no way to publish it; its dashboard can be
 * served behind the proxy's login and an address list.
 *
 * @see <a href="https://qdrant.tech/documentation/guides/security/">Qdrant, security</a>
 */
@SpeaksForCaller
public final class Qdrant implements ServiceDefinition<QdrantRef> {

    static final int HTTP = 6333;
    static final int GRPC = 6334;
    static final String KEY_FILE = "/run/secrets/qdrant-api-key";

    private final Basics basics;
    private final Optional<Secret> apiKey;

    private Qdrant(Basics basics, Optional<Secret> apiKey) {
        this.basics = basics;
        this.apiKey = apiKey;
    }

    /**
     * Qdrant of a version such as {@code 1.15.4}; the image's own tag begins with a {@code v}, which may be left out.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves
     */
    public static Placing<Qdrant> version(String version) {
        Version exact = Version.of("Qdrant", version, 3, "1.15.4");
        Basics basics = Basics.of("qdrant", exact, "qdrant/qdrant:v" + exact.text(), DataSize.gib(1));
        return (first, more) -> new Qdrant(basics.on(first, more), Optional.empty());
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public Qdrant image(Image image) {
        return new Qdrant(basics.image(image), apiKey);
    }

    /** Says the most memory; 1 GiB if not said. Vectors take about their number times their size times six bytes. */
    public Qdrant memory(DataSize most) {
        return new Qdrant(basics.memory(most), apiKey);
    }

    /** Says the API key that clients show; generated if not said. */
    public Qdrant apiKey(Secret key) {
        return new Qdrant(basics, Optional.of(key));
    }

    /** Serves the dashboard and the HTTP interface under a host name, for those addresses only and after the proxy's login. */
    public Qdrant servedBy(ProxyRef proxy, HostRef host, ProxyLogin login, AddressSetRef only, AddressSetRef... more) {
        return new Qdrant(basics.served(proxy, host, login.access(Optional.of(only), more)), apiKey);
    }

    @Override
    public QdrantRef declare(Declaration on) {
        String name = on.name(basics.kind());
        Secret key = Basics.secretOr(apiKey, on, name, "api-key");
        VolumeRef volume = on.volume(name + "-storage", v -> {});
        ContainerRef container = basics.declare(on, name, HTTP, c -> container(c, key, volume));
        return new QdrantRef(on, container, volume, basics.network(), key);
    }

    /**
     * The key comes in {@code local.yaml}, which is read after the image's own files ({@code src/settings.rs}); a JSON string is a YAML
     * string. The image runs as root, its unprivileged variant as 1000.
     */
    private void container(ContainerSpec c, Secret key, VolumeRef volume) {
        int user = basics.version().variant().equals("unprivileged") ? 1000 : 0;
        c.role(role -> role.is(Trait.DATABASE))
                .listens(Port.tcp(HTTP), Port.tcp(GRPC))
                .mounts(volume, "/qdrant/storage")
                .storage(storage -> storage.secretFile(KEY_FILE, key, user)
                        .file(
                                "/qdrant/config/local.yaml",
                                file -> file.text(
                                                "# Written by Tapbot. Changes are lost; declare them instead.\n"
                                                        + "telemetry_disabled: true\nservice:\n  enable_cors: false\n  api_key: ")
                                        .secret(key, SecretEncoding.JSON_STRING)
                                        .text("\n")
                                        .mode("0400")
                                        .owner(user)))
                .process(process -> process.stopGrace(Duration.ofMinutes(1)))
                .healthCheck(check -> check.command("bash", "-c", QdrantCalls.READY));
        if (basics.served().isPresent()) {
            c.role(role -> role.is(Trait.WEB_INTERFACE));
        }
    }
}
