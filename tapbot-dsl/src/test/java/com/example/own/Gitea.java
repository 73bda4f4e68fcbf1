package com.example.own;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;

/**
 * Gitea: a network and a database are required, a host name is not.
 *
 * @param image what runs
 * @param network where its pages are reached
 * @param database where it keeps what it knows
 * @param served the host name, if it has one
 */
@SpeaksForCaller
public record Gitea(
        Setting<Image> image,
        Setting<NetworkRef> network,
        Setting<DatabaseRef> database,
        Optional<Setting<Served>> served)
        implements ServiceDefinition<Gitea.Ref> {

    /** A host name behind a proxy. */
    public record Served(ProxyRef proxy, HostRef host) {}

    /** A declared Gitea, and the repositories that a backup saves. */
    public record Ref(ContainerRef container, DataRef repositories) implements ServiceRef {}

    /** Gitea of that version. */
    public static Gitea version(String version, NetworkRef network, DatabaseRef database) {
        return new Gitea(
                Setting.here(Image.of("gitea/gitea:" + version + "-rootless")),
                Setting.here(network),
                Setting.here(database),
                Optional.empty());
    }

    /** Serves it under a host name. The installer is locked, so nobody can make himself its administrator. */
    public Gitea servedBy(ProxyRef proxy, HostRef host) {
        return new Gitea(image, network, database, Optional.of(Setting.here(new Served(proxy, host))));
    }

    @Override
    public Ref declare(Declaration on) {
        String name = on.name("gitea");
        VolumeRef volume = on.volume(name + "-data", v -> v.expectedSize(DataSize.gib(5)));
        ContainerRef container = on.container(name, image, c -> {
            c.role(role -> role.kind("gitea").is(Trait.WEB_INTERFACE))
                    .listens(Port.tcp(3000))
                    .mounts(volume, "/var/lib/gitea")
                    .limits(limits -> limits.memory(DataSize.mib(512)))
                    .environment("GITEA__security__INSTALL_LOCK", "true")
                    .healthCheck(
                            check -> check.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/api/healthz")
                                    .startPeriod(Duration.ofMinutes(1)));
            c.apply(network, (spec, to) -> spec.joins(to));
            c.apply(
                    database,
                    (spec, in) -> spec.joins(in.network())
                            .needs(in.service())
                            .environment("GITEA__database__DB_TYPE", "postgres")
                            .environment(
                                    "GITEA__database__HOST",
                                    in.host() + ":" + in.port().number())
                            .environment("GITEA__database__NAME", in.database())
                            .environment("GITEA__database__USER", in.user())
                            .environment("GITEA__database__PASSWD__FILE", "/run/secrets/database")
                            .storage(storage -> storage.secretFile("/run/secrets/database", in.password(), 1000)));
            served.ifPresent(at -> c.apply(
                    at,
                    (spec, to) -> spec.environment(
                                    "GITEA__server__ROOT_URL",
                                    "https://" + to.host().name() + "/")
                            .servedBy(to.proxy(), to.host(), 3000, Access.ownLogin())));
        });
        return new Ref(container, container.stores("repositories", DataKind.FILES, data -> data.in(volume)));
    }
}
