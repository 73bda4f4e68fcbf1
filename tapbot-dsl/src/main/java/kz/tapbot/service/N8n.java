package kz.tapbot.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.DslCode;
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
import kz.tapbot.model.value.InvalidValueException;

/**
 * n8n in its vendor's image. The first visitor of a new n8n becomes its owner, and version 1 has no setting against it; so the editor is
 * served only behind an address list or the proxy's login, and never to everybody. Webhooks and forms can be.
 *
 * <p>{@code N8N_BASIC_AUTH_*} is not offered: version 1 ignores it
 * (<a href="https://docs.n8n.io/1-0-migration-checklist/">n8n, migration to 1.0</a>).
 */
@SpeaksForCaller
public final class N8n implements ServiceDefinition<N8nRef> {

    private static final int PORT = 5678;

    /** What senders call; {@code /webhook-test/} is for the editor (n8n, endpoints configuration). */
    private static final List<String> FOR_SENDERS =
            List.of("/form-waiting/", "/form/", "/webhook-waiting/", "/webhook/");

    private final Basics basics;
    private final Options options;

    private record Options(
            Optional<Setting<DatabaseRef>> database,
            Optional<Setting<RedisRef>> queue,
            int workers,
            Optional<Secret> key,
            Optional<Setting<Basics.Served>> webhooks) {}

    private N8n(Basics basics, Options options) {
        this.basics = basics;
        this.options = options;
    }

    /**
     * n8n of a version such as {@code 1.81.0}, 1 or later.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves or is older
     */
    public static Placing<N8n> version(String version) {
        Version exact =
                Version.of("N8n", version, 3, "1.81.0").atLeast("N8n", 1, "older ones have no login of their own.");
        Basics basics = Basics.of("n8n", exact, "docker.n8n.io/n8nio/n8n:" + exact.text(), DataSize.gib(1));
        Options none = new Options(Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());
        return (first, more) -> new N8n(basics.on(first, more), none);
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public N8n image(Image image) {
        return new N8n(basics.image(image), options);
    }

    /** Says the most memory of each container; 1 GiB if not said. */
    public N8n memory(DataSize most) {
        return new N8n(basics.memory(most), options);
    }

    /** Says the key that stored credentials are encrypted with; generated if not said. Keep it: without it they are lost. */
    public N8n encryptionKey(Secret key) {
        return new N8n(
                basics,
                new Options(options.database, options.queue, options.workers, Optional.of(key), options.webhooks));
    }

    /**
     * Says the PostgreSQL database it keeps workflows in; its network is joined, and it is waited for. If not said, it is an SQLite file in
     * the volume.
     */
    public N8n storedIn(DatabaseRef database) {
        Optional<Setting<DatabaseRef>> in = Optional.of(Setting.here(database));
        return new N8n(basics, new Options(in, options.queue, options.workers, options.key, options.webhooks));
    }

    /** Runs workflows in one worker that takes them from a queue. Needs a database that both reach. */
    public N8n queuedIn(RedisRef redis) {
        return queuedIn(redis, 1);
    }

    /**
     * Runs workflows in so many workers, each a container of its own.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is not 1 to 16
     */
    public N8n queuedIn(RedisRef redis, int workers) {
        if (workers < 1 || workers > 16) {
            throw new InvalidValueException(ModelCode.BAD_QUANTITY, "n8n gets 1 to 16 workers, not " + workers + ".");
        }
        Optional<Setting<RedisRef>> queue = Optional.of(Setting.here(redis));
        return new N8n(basics, new Options(options.database, queue, workers, options.key, options.webhooks));
    }

    /** Serves the editor under a host name for those addresses only; n8n asks for a login behind them. */
    public N8n servedBy(ProxyRef proxy, HostRef host, AddressSetRef only, AddressSetRef... more) {
        return new N8n(basics.served(proxy, host, Basics.walled(only, more)), options);
    }

    /** Serves the editor under a host name after the proxy's login; n8n asks for its own behind it. */
    public N8n servedBy(ProxyRef proxy, HostRef host, ProxyLogin login) {
        return new N8n(basics.served(proxy, host, login.access(Optional.empty())), options);
    }

    /** Lets everybody call webhooks and forms under a host name, which may be the editor's: their senders are programs and customers. */
    public N8n webhooksServedBy(ProxyRef proxy, HostRef host) {
        Access all = Access.everybodyBecause(
                "webhooks and forms are called by programs and customers; each workflow checks who calls it");
        Optional<Setting<Basics.Served>> at = Optional.of(Setting.here(new Basics.Served(proxy, host, all)));
        return new N8n(basics, new Options(options.database, options.queue, options.workers, options.key, at));
    }

    /** Sets an environment variable of n8n that has nothing secret in it, such as {@code GENERIC_TIMEZONE}. */
    public N8n environment(String variable, String text) {
        return new N8n(basics.say(c -> c.environment(variable, text)), options);
    }

    @Override
    public N8nRef declare(Declaration on) {
        String name = on.name(basics.kind());
        VolumeRef volume = on.volume(name + "-data", v -> {});
        Secret key = Basics.secretOr(options.key, on, name, "encryption-key");
        ContainerRef main = basics.declare(on, name, PORT, c -> {
            common(c, on, key);
            c.role(role -> role.is(Trait.WEB_INTERFACE)).mounts(volume, "/home/node/.n8n");
            address(c);
        });
        DataRef data = main.stores("data", DataKind.FILES, stored -> stored.in(volume));
        return new N8nRef(main, data, workers(on, name, key));
    }

    private List<ContainerRef> workers(Declaration on, String name, Secret key) {
        options.queue
                .filter(queue -> options.database.isEmpty())
                .ifPresent(queue -> on.report(
                        DslCode.INCOMPLETE,
                        "n8n runs workflows in workers, and they reach no database: the SQLite file is in the main container. Give it one:\n"
                                + "    .storedIn(postgres.database(\"n8n\", Secret.generated(\"n8n-db\")))",
                        queue.at()));
        List<ContainerRef> workers = new ArrayList<>();
        for (int i = 1; i <= options.workers; i++) {
            workers.add(on.container(name + "-worker-" + i, basics.image(), c -> {
                c.role(role -> role.kind("n8n-worker"));
                common(c, on, key);
                c.environment("QUEUE_HEALTH_CHECK_ACTIVE", "true").process(process -> process.command("worker"));
                basics.placed(c);
                for (Setting<Consumer<ContainerSpec>> setting : basics.said()) {
                    c.apply(setting, (spec, what) -> what.accept(spec));
                }
            }));
        }
        return List.copyOf(workers);
    }

    private void common(ContainerSpec c, Declaration on, Secret key) {
        N8nContainer.settings(c, key);
        options.database.ifPresent(in -> c.apply(in, (spec, database) -> N8nContainer.database(spec, on, database)));
        options.queue.ifPresent(to -> c.apply(to, (spec, redis) -> N8nContainer.queue(spec, redis)));
        c.listens(Port.tcp(PORT));
        c.healthCheck(check -> check.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:5678/healthz")
                .startPeriod(Duration.ofMinutes(2)));
        c.process(process -> process.stopGrace(Duration.ofSeconds(40)));
    }

    /** One proxy stands before it. Behind HTTPS the login's cookie is secure, which is n8n's default. */
    private void address(ContainerSpec c) {
        basics.served()
                .ifPresent(editor -> c.environment("N8N_EDITOR_BASE_URL", editor.url() + "/")
                        .environment("N8N_HOST", editor.host().name().value())
                        .environment("N8N_PROTOCOL", "https"));
        options.webhooks
                .map(Setting::value)
                .or(basics::served)
                .ifPresent(
                        hooks -> c.environment("WEBHOOK_URL", hooks.url() + "/").environment("N8N_PROXY_HOPS", "1"));
        options.webhooks.ifPresent(at -> c.apply(at, (spec, hooks) -> {
            for (String path : FOR_SENDERS) {
                spec.servedBy(hooks.proxy(), hooks.host().path(path), PORT, hooks.access());
            }
        }));
    }
}
