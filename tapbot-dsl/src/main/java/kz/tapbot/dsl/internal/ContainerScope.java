package kz.tapbot.dsl.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ConfinementSpec;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.HealthCheckSpec;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.LimitsSpec;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ProcessSpec;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.PublicationSpec;
import kz.tapbot.dsl.RoleSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.dsl.StorageSpec;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.value.ContainerPath;

/** The scope of a container. */
final class ContainerScope extends ScopeBase<ContainerSpec> implements ContainerSpec {

    private final ContainerRecord container;

    ContainerScope(ContainerRecord container, DeclaredAt opened) {
        super(container.estate(), container.notes(), opened);
        this.container = container;
    }

    @Override
    ContainerSpec self() {
        return this;
    }

    @Override
    public ContainerSpec joins(NetworkRef network, String... aliases) {
        if (accepts(network, note("networks." + network.id().network()))) {
            container.join(network.id(), aliases);
        }
        return this;
    }

    @Override
    public ContainerSpec listens(Port... ports) {
        for (Port port : ports) {
            note("listens." + port);
            container.builder().addListens(port);
        }
        return this;
    }

    @Override
    public ContainerSpec publishes(Port port, AddressSetRef... from) {
        DeclaredAt at = here();
        List<AddressSetName> names = names(at, List.of(from));
        String key = "publications." + port;
        if (once(key, at) && names.size() == from.length) {
            container.publish(key, new Publication(port, port.number(), Optional.empty(), names));
        }
        return this;
    }

    @Override
    public ContainerSpec publishes(Port port, Consumer<? super PublicationSpec> spec) {
        DeclaredAt at = here();
        ContainerScopes.OfPublication scope = new ContainerScopes.OfPublication(this, port);
        if (!scope.run(spec)) {
            return this;
        }
        Publication publication = scope.publication();
        String plain = "publications." + port;
        String key = publication.bind().map(address -> plain + " on " + address).orElse(plain);
        if (once(key, at) && scope.usable()) {
            notes().putIfAbsent(plain, at);
            container.publish(key, publication);
        }
        return this;
    }

    @Override
    public ContainerSpec servedBy(ProxyRef proxy, HostRef host, int port, Access access) {
        DeclaredAt at = here();
        String key = "routes." + host.name() + host.path();
        boolean usable = accepts(host, at) && accepts(proxy.container(), at);
        List<AddressSetName> openTo = names(at, access.onlyFrom());
        if (!once(key, at) || !usable || openTo.size() < access.onlyFrom().size()) {
            return this;
        }
        Login login = new Login(access.kind(), access.user(), access.password().map(this::use), access.because());
        container.route(
                key,
                Route.builder()
                        .host(host.name())
                        .path(host.path())
                        .port(port)
                        .proxy(proxy.id())
                        .login(login)
                        .openTo(openTo)
                        .places(Places.of(at))
                        .build());
        return this;
    }

    @Override
    public ContainerSpec needs(ServiceRef... services) {
        for (ServiceRef service : services) {
            ServiceId id = service.id();
            if (accepts(service.container(), note("needs." + id))) {
                container.builder().addNeeds(new Need(id, true));
            }
        }
        return this;
    }

    @Override
    public ContainerSpec environment(String variable, String text) {
        if (once("environment." + variable)) {
            container.builder().putEnvironment(variable, EnvironmentValue.text(text));
        }
        return this;
    }

    @Override
    public ContainerSpec environment(String variable, Secret secret) {
        if (once("environment." + variable)) {
            container.builder().putEnvironment(variable, EnvironmentValue.secret(use(secret)));
        }
        return this;
    }

    @Override
    public ContainerSpec mounts(VolumeRef volume, String path) {
        DeclaredAt at = here();
        if (once("mounts." + path, at) && accepts(volume, at)) {
            container.mount(Mount.volume(volume.id(), ContainerPath.of(path)));
        }
        return this;
    }

    @Override
    public ContainerSpec storage(Consumer<? super StorageSpec> spec) {
        new StorageScope(this, container).run(spec);
        return this;
    }

    @Override
    public ContainerSpec healthCheck(Consumer<? super HealthCheckSpec> spec) {
        note("healthCheck", here());
        container.health(container.health().open());
        boolean whole = new ContainerScopes.OfHealthCheck(this, container).run(spec);
        container.health(container.health().cut(!whole));
        return this;
    }

    @Override
    public ContainerSpec limits(Consumer<? super LimitsSpec> spec) {
        new ContainerScopes.OfLimits(this, container.limits()).run(spec);
        return this;
    }

    @Override
    public ContainerSpec confinement(Consumer<? super ConfinementSpec> spec) {
        new ContainerScopes.OfConfinement(this, container.confinement()).run(spec);
        return this;
    }

    @Override
    public ContainerSpec process(Consumer<? super ProcessSpec> spec) {
        new ContainerScopes.OfProcess(this, container.builder()).run(spec);
        return this;
    }

    @Override
    public ContainerSpec role(Consumer<? super RoleSpec> spec) {
        new ContainerScopes.OfRole(this, container.builder()).run(spec);
        return this;
    }
}
