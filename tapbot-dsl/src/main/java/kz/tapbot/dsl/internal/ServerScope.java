package kz.tapbot.dsl.internal;

import java.util.function.Consumer;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.DelegateSpec;
import kz.tapbot.dsl.FirewallSpec;
import kz.tapbot.dsl.JailSpec;
import kz.tapbot.dsl.ProviderSpec;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.dsl.SshSpec;
import kz.tapbot.dsl.SystemSpec;
import kz.tapbot.dsl.UpdatesSpec;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;

/** The scope of a server. */
final class ServerScope extends ScopeBase<ServerSpec> implements ServerSpec {

    private final ServerRecord server;

    ServerScope(ServerRecord server) {
        super(server.estate(), server.notes());
        this.server = server;
    }

    @Override
    ServerSpec self() {
        return this;
    }

    @Override
    public ServerSpec ubuntu(String version) {
        if (once("system")) {
            server.builder().system(OperatingSystem.ubuntu(version));
        }
        return this;
    }

    @Override
    public ServerSpec debian(String version) {
        if (once("system")) {
            server.builder().system(OperatingSystem.debian(version));
        }
        return this;
    }

    @Override
    public ServerSpec size(Cpus cpus, DataSize memory, DataSize disk) {
        if (once("size")) {
            server.builder().size(new ServerSize(cpus, memory, disk));
        }
        return this;
    }

    @Override
    public ServerSpec ipv6(IpAddress address) {
        if (once("ipv6")) {
            if (!address.isIpv6()) {
                throw new InvalidValueException(
                        ModelCode.BAD_ADDRESS, address + " is an IPv4 address where an IPv6 address is due.");
            }
            server.builder().ipv6(address);
        }
        return this;
    }

    @Override
    public ServerSpec administeredFrom(AddressSetRef... addresses) {
        for (AddressSetRef each : addresses) {
            if (accepts(each, note("administeredFrom." + each.name()))) {
                server.builder().addAdministeredFrom(each.name());
            }
        }
        return this;
    }

    @Override
    public ServerSpec ssh(Consumer<? super SshSpec> spec) {
        new HostScopes.OfSsh(this, server.ssh()).run(spec);
        return this;
    }

    @Override
    public ServerSpec provider(String name, Consumer<? super ProviderSpec> spec) {
        if (once("provider")) {
            new HostScopes.OfProvider(this, server.provider(name)).run(spec);
        }
        return this;
    }

    @Override
    public ServerSpec system(Consumer<? super SystemSpec> spec) {
        new HostScopes.OfSystem(this, server.builder()).run(spec);
        return this;
    }

    @Override
    public ServerSpec updates(Consumer<? super UpdatesSpec> spec) {
        note("updates", here());
        new HostScopes.OfUpdates(this, server.updates()).run(spec);
        return this;
    }

    @Override
    public ServerSpec firewall(Consumer<? super FirewallSpec> spec) {
        new GuardScopes.OfFirewall(this, server.builder()).run(spec);
        return this;
    }

    @Override
    public ServerSpec jail(String name, Consumer<? super JailSpec> spec) {
        if (once("jails." + name)) {
            GuardScopes.OfJail scope = new GuardScopes.OfJail(this, Jail.of(name));
            scope.run(spec);
            server.jail(scope.jail());
        }
        return this;
    }

    @Override
    public ServerSpec delegate(String name, Consumer<? super DelegateSpec> spec) {
        DeclaredAt at = here();
        UserName user = estate().named(UserName::of, name, notes().address(), at);
        Delegate.Builder builder = Delegate.builder().name(user);
        Notes delegate = new Notes(new Address("delegate", server.name() + "/" + user), at);
        new GuardScopes.OfDelegate(estate(), delegate, builder).run(spec);
        server.part(
                whole -> whole.addDelegates(builder.places(delegate.places()).build()));
        return this;
    }

    @Override
    public ServerSpec retires(Address... data) {
        for (Address each : data) {
            note("retired." + each);
            server.builder().addRetired(each);
        }
        return this;
    }

    @Override
    public ServerSpec planned() {
        note("planned");
        server.builder().planned(true);
        return this;
    }
}
