package kz.tapbot.service;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Redis in its official image, never without a password. It keeps its keys by an append-only file and by snapshots, unless it is only a
 * cache. There is no way to publish it.
 *
 * @see <a href="https://hub.docker.com/_/redis">the image</a>
 */
@SpeaksForCaller
public final class Redis implements ServiceDefinition<RedisRef> {

    static final int PORT = 6379;

    private static final String CONFIG = "/usr/local/etc/redis/redis.conf";

    /** The user of both variants of the image (docker-library-redis, {@code 7.4/debian} and {@code 7.4/alpine}). */
    private static final int USER = 999;

    private static final String FORGETS = """
            maxmemory-policy allkeys-lru
            appendonly no
            save ""
            """;

    private static final String KEEPS = """
            maxmemory-policy noeviction
            appendonly yes
            appendfsync everysec
            save 900 1
            save 300 100
            save 60 10000
            """;

    private static final String PASSWORD = "/run/secrets/redis-password";

    private static final String LOGIN = "REDISCLI_AUTH=\"$(cat /run/secrets/redis-password)\"; export REDISCLI_AUTH\n";

    /** Without -e the client ends well even when the server refuses; LOADING and NOAUTH are no PONG. */
    private static final String HEALTH = LOGIN + "redis-cli -h 127.0.0.1 --no-auth-warning -e ping | grep -q PONG";

    /** A snapshot streamed by replication: consistent, and needs no disk. */
    private static final Command DUMP =
            Command.of("sh", "-c", LOGIN + "exec redis-cli -h 127.0.0.1 --no-auth-warning -e --rdb -");

    /**
     * A running server cannot load a snapshot. So a second one loads it beside it, the first follows that one for as long as the copy takes,
     * and stands alone again; its append-only file is rewritten by the same means.
     */
    private static final Command RESTORE = Command.of("sh", "-c", LOGIN + """
            set -eu
            work=$(mktemp -d)
            live() { redis-cli -h 127.0.0.1 --no-auth-warning -e "$@"; }
            copy() { REDISCLI_AUTH= redis-cli -s "$work/copy.sock" -e "$@"; }
            end() { live replicaof no one >/dev/null 2>&1 || true; copy shutdown nosave >/dev/null 2>&1 || true; rm -rf "$work"; }
            trap end EXIT
            wait_for() { left=3000; until "$@"; do left=$((left - 1)); [ "$left" -gt 0 ] || exit 1; sleep 0.2; done; }
            answers() { [ "$(copy ping 2>/dev/null)" = PONG ]; }
            follows() { live info replication | grep -q 'master_link_status:up'; }
            cat > "$work/dump.rdb"
            redis-server --port 6390 --bind 127.0.0.1 --unixsocket "$work/copy.sock" --dir "$work" --save '' --appendonly no --daemonize yes >/dev/null
            wait_for answers
            live replicaof 127.0.0.1 6390 >/dev/null
            wait_for follows
            live replicaof no one >/dev/null
            """);

    private final Basics basics;
    private final Optional<Secret> password;
    private final Optional<DataSize> maxMemory;
    private final boolean cache;

    private Redis(Basics basics, Optional<Secret> password, Optional<DataSize> maxMemory, boolean cache) {
        this.basics = basics;
        this.password = password;
        this.maxMemory = maxMemory;
        this.cache = cache;
    }

    /**
     * Redis of a version such as {@code 7.4.11}, 7 or later.
     *
     * @throws InvalidValueException if the version moves or is older
     */
    public static Placing<Redis> version(String version) {
        Version exact = Version.of("Redis", version, 3, "7.4.11")
                .atLeast("Redis", 7, "older ones hide errors of their health check.");
        Basics basics = Basics.of("redis", exact, "redis:" + exact.text(), DataSize.mib(256));
        return (first, more) -> new Redis(basics.on(first, more), Optional.empty(), Optional.empty(), false);
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public Redis image(Image image) {
        return new Redis(basics.image(image), password, maxMemory, cache);
    }

    /** Says the most memory of the container; 256 MiB if not said. Keys get 60 percent of it: saving needs the rest. */
    public Redis memory(DataSize most) {
        return new Redis(basics.memory(most), password, maxMemory, cache);
    }

    /** Says the most memory for keys, instead of 60 percent of the container's. */
    public Redis maxMemory(DataSize most) {
        return new Redis(basics, password, Optional.of(most), cache);
    }

    /** Says the password; generated if not said. */
    public Redis password(Secret secret) {
        return new Redis(basics, Optional.of(secret), maxMemory, cache);
    }

    /** Says that nothing in it is worth keeping: no files, and the keys used least make room for new ones. */
    public Redis cacheOnly() {
        return new Redis(basics, password, maxMemory, true);
    }

    @Override
    public RedisRef declare(Declaration on) {
        String name = on.name(basics.kind());
        Secret secret = Basics.secretOr(password, on, name, "password");
        Optional<VolumeRef> volume = cache ? Optional.empty() : Optional.of(on.volume(name + "-data", v -> {}));
        ContainerRef container = basics.declare(on, name, PORT, c -> container(c, secret, volume));
        Optional<DataRef> keys = volume.map(in -> container.stores(
                "keys", DataKind.KEY_VALUE, data -> data.in(in).dump(DUMP).restore(RESTORE)));
        return new RedisRef(container, basics.network(), secret, keys);
    }

    /**
     * The configuration is read by the server's own user; the bare password is for commands run in the container, as root. The password
     * is a quoted string in the configuration, whose escapes are those of JSON ({@code sdssplitargs} in Redis).
     */
    private void container(ContainerSpec c, Secret secret, Optional<VolumeRef> volume) {
        c.role(role -> role.is(cache ? Trait.CACHE : Trait.DATABASE))
                .listens(Port.tcp(PORT))
                .process(process -> process.command("redis-server", CONFIG))
                .storage(storage -> storage.secretFile(PASSWORD, secret, 0)
                        .file(
                                CONFIG,
                                file -> file.text("# Written by Tapbot. Changes are lost; declare them instead.\n"
                                                + "bind * -::*\nprotected-mode yes\ndir /data\nrequirepass ")
                                        .secret(secret, SecretEncoding.JSON_STRING)
                                        .text(settings())
                                        .mode("0400")
                                        .owner(USER)))
                .healthCheck(check -> check.command("sh", "-c", HEALTH));
        volume.ifPresent(data -> c.mounts(data, "/data"));
        if (volume.isEmpty()) {
            c.storage(storage -> storage.memory(DataSize.mib(16), "/data"));
        }
    }

    private String settings() {
        return "\nmaxmemory " + keyBytes() + "\n" + (cache ? FORGETS : KEEPS);
    }

    private long keyBytes() {
        long limit = basics.memory().value().bytes();
        long keys = maxMemory.map(DataSize::bytes).orElse(limit / 10 * 6);
        if (keys > limit) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "Redis may fill " + maxMemory.orElseThrow() + " with keys, but its container gets "
                            + basics.memory().value()
                            + " in all, and would be killed. Give the container more, about twice as much when it saves:\n    .memory(DataSize.bytes("
                            + 2 * keys + "L))");
        }
        return keys;
    }
}
