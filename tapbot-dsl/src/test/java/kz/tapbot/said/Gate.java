package kz.tapbot.said;

import java.util.Optional;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.RoutedService;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.Image;

/** A proxy as a user would define one. */
@SpeaksForCaller
record Gate(Setting<Image> image, Optional<Setting<NetworkRef>> network, Optional<CertificatesRef> issuer)
        implements ServiceDefinition<Gate.Ref> {

    record Ref(ContainerRef container) implements ProxyRef {}

    static Gate version(String version) {
        return new Gate(Setting.here(Image.of("example/gate:" + version)), Optional.empty(), Optional.empty());
    }

    Gate on(NetworkRef joined) {
        return new Gate(image, Optional.of(Setting.here(joined)), issuer);
    }

    Gate certificatesFrom(CertificatesRef authority) {
        return new Gate(image, network, Optional.of(authority));
    }

    @Override
    public Ref declare(Declaration on) {
        ContainerRef container = on.container(on.name("gate"), image, c -> {
            network.ifPresent(each -> c.apply(each, (spec, ref) -> spec.joins(ref)));
            c.publishes(Port.tcp(80)).publishes(Port.tcp(443));
        });
        Ref ref = new Ref(container);
        on.whenComplete(all -> on.more(
                container,
                c -> c.storage(s -> s.file("/etc/gate/routes", f -> {
                    for (RoutedService routed : all.routes(ref)) {
                        f.text(routed.route().host() + routed.route().path() + " -> "
                                + routed.service().service() + ":"
                                + routed.route().port() + " "
                                + routed.route().login().kind() + "\n");
                    }
                }))));
        return ref;
    }
}
