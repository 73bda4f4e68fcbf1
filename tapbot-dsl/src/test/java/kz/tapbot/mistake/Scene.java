package kz.tapbot.mistake;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;

import java.util.function.Consumer;
import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.BackupSpec;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.NetworkSpec;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Image;
import kz.tapbot.service.Caddy;
import kz.tapbot.service.Postgres;
import kz.tapbot.service.PostgresRef;

/** A small estate with nothing wrong, in which one thing is declared besides. What belongs to the server or its backup is said before it is made. */
final class Scene {

    final TopologySpec t;
    private final AddressSetRef admins;
    private Consumer<ServerSpec> system = s -> {};
    private Consumer<NetworkSpec> front = n -> {};
    private Consumer<BackupSpec> backup = b ->
            b.encryptedWith(Secret.file("backup-key", "/etc/estate/backup.key")).dailyAt("03:10");
    private boolean made;
    private ServerRef box;
    private NetworkRef web;
    private NetworkRef inner;
    private ProxyRef proxy;
    private PostgresRef postgres;
    private ZoneRef zone;

    @SuppressWarnings("NullAway") // the rest is made on first use
    private Scene(TopologySpec t) {
        this.t = t;
        this.admins = t.addresses("admins", "198.51.100.7/32");
    }

    /** The estate with what is declared besides, judged. */
    static Draft judged(Consumer<? super Scene> besides) {
        return Tapbot.draft("estate", t -> {
            Scene scene = new Scene(t);
            besides.accept(scene);
            scene.make();
        });
    }

    /** Says more of the server. */
    void system(Consumer<ServerSpec> more) {
        system = more;
    }

    /** Says more of the network with a way out. */
    void front(Consumer<NetworkSpec> more) {
        front = more;
    }

    /** Says when and how the backup is made. */
    void backup(Consumer<BackupSpec> other) {
        backup = other;
    }

    private void make() {
        if (made) {
            return;
        }
        made = true;
        box = t.server("box", HostAddress.of("203.0.113.30"), s -> {
            s.debian("12")
                    .size(cpus(2), gib(8), gib(100))
                    .administeredFrom(admins)
                    .ssh(ssh -> ssh.keysOnly().hostKey("SHA256:mainmainmainmainmainmainmainmainmainmainmai"));
            system.accept(s);
        });
        web = box.network("web", n -> front.accept(n));
        inner = box.network("inner", n -> n.internal());
        zone = t.zone("example.com");
        proxy = box.run(Caddy.version("2.10.2")
                .on(web)
                .certificatesFrom(t.letsEncrypt("ops@example.com", a -> a.httpChallenge())));
        box.container(
                "site",
                Image.of("example/site:1.0.0"),
                c -> c.joins(web)
                        .limits(l -> l.memory(mib(64)))
                        .healthCheck(h -> h.command("/healthy"))
                        .servedBy(proxy, zone.host("www"), 8080, Access.everybodyBecause("it is the site")));
        postgres = box.run(Postgres.version("16.9").on(inner));
        var shop = postgres.database("shop", Secret.generated("shop-database"));
        t.backup("nightly", b -> {
            b.of(shop)
                    .to(S3.bucket("example-backups").at("https://s3.example.com"), keep -> keep.days(30))
                    .restoreDrill(Drill.monthly());
            backup.accept(b);
        });
    }

    AddressSetRef admins() {
        return admins;
    }

    ServerRef box() {
        make();
        return box;
    }

    NetworkRef web() {
        make();
        return web;
    }

    NetworkRef inner() {
        make();
        return inner;
    }

    ProxyRef proxy() {
        make();
        return proxy;
    }

    PostgresRef postgres() {
        make();
        return postgres;
    }

    ZoneRef zone() {
        make();
        return zone;
    }

    /** A volume that may be lost, so that no backup is missed. */
    VolumeRef volume(String name) {
        return box().volume(name, v -> v.needsNoBackupBecause("a test has nothing to lose"));
    }

    /** A container on the network with a way out, with a limit. */
    ContainerRef program(String name, String image, Consumer<ContainerSpec> more) {
        return box().container(name, Image.of(image), c -> {
            c.joins(web()).limits(l -> l.memory(mib(256)));
            more.accept(c);
        });
    }

    /** A container on the internal network, with a limit. */
    ContainerRef store(String name, String image, Consumer<ContainerSpec> more) {
        return box().container(name, Image.of(image), c -> {
            c.joins(inner()).limits(l -> l.memory(mib(256)));
            more.accept(c);
        });
    }
}
