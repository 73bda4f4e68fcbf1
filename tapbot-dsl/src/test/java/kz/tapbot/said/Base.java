package kz.tapbot.said;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.DataSize;

/** A database as a user would define one. */
@SpeaksForCaller
record Base(Setting<Image> image, List<Setting<NetworkRef>> networks, Tuning tuning)
        implements ServiceDefinition<Base.Ref> {

    /** Settings of the database, each with its line. */
    static final class Tuning {
        private final List<Setting<String>> buffers = new ArrayList<>();
        private final List<Setting<String>> connections = new ArrayList<>();

        Tuning sharedBuffers(DataSize size) {
            buffers.add(Setting.here(size.toString()));
            return this;
        }

        Tuning maxConnections(int most) {
            connections.add(Setting.here(Integer.toString(most)));
            return this;
        }
    }

    record Ref(ContainerRef container, Declaration on, NetworkRef network) implements ServiceRef {

        DatabaseRef database(String name, Secret password) {
            on.provides(
                    container,
                    "database",
                    name,
                    p -> p.probe(Command.of("probe", name))
                            .create(Command.of("create", name))
                            .input(Content.secret(on.secret(password))));
            DataRef data = container.stores(name, DataKind.DATABASE, d -> d.dump(Command.of("dump", name)));
            return new DatabaseRef(data, this, network, Port.tcp(5432), name, name, password);
        }
    }

    static Base version(String version) {
        return new Base(Setting.here(Image.of("example/base:" + version)), List.of(), new Tuning());
    }

    Base on(NetworkRef network) {
        return new Base(image, List.of(Setting.here(network)), tuning);
    }

    Base tuned(Consumer<Tuning> say) {
        return new Base(image, networks, Setting.scope(new Tuning(), say));
    }

    @Override
    public Ref declare(Declaration on) {
        ContainerRef container = on.container(on.name("base"), image, c -> {
            networks.forEach(network -> c.apply(network, (spec, ref) -> spec.joins(ref)));
            tuning.buffers.forEach(each -> c.apply(each, (spec, value) -> spec.environment("shared_buffers", value)));
            tuning.connections.forEach(
                    each -> c.apply(each, (spec, value) -> spec.environment("max_connections", value)));
        });
        return new Ref(container, on, networks.get(0).value());
    }
}
