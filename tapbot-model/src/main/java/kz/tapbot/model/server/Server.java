package kz.tapbot.model.server;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.Sorted;
import kz.tapbot.model.value.Texts;
import kz.tapbot.model.volume.Volume;
import org.immutables.value.Value;

/** A machine and everything that lives on it. */
@Value.Immutable
public interface Server {

    /** Its name. */
    ServerName name();

    /** Where it is reached. */
    HostAddress host();

    /** Its IPv6 address, if it is reached by one too. */
    Optional<IpAddress> ipv6();

    /** What the machine has; without it, what is promised cannot be held against it. */
    Optional<ServerSize> size();

    /** What it runs. */
    Optional<OperatingSystem> system();

    /** Who it is rented from. */
    Optional<Provider> provider();

    /** How it is reached by SSH. */
    @Value.Default
    default SshAccess ssh() {
        return SshAccess.standard();
    }

    /** Whose addresses administer it: let in by the firewall, never banned. */
    @Value.NaturalOrder
    SortedSet<AddressSetName> administeredFrom();

    /** Whether it is only planned: part of the model, not of any plan. */
    @Value.Default
    default boolean planned() {
        return false;
    }

    /** Its time zone; schedules are in it. */
    @Value.Default
    default ZoneId timeZone() {
        return ZoneId.of("UTC");
    }

    /** Its swap file. */
    Optional<DataSize> swap();

    /** Kernel settings. */
    @Value.NaturalOrder
    SortedMap<String, String> sysctl();

    /** Packages that are installed. */
    @Value.NaturalOrder
    SortedSet<PackageName> packages();

    /** Who may do what on it. */
    List<Delegate> delegates();

    /** Whether a firewall refuses what is not declared. */
    @Value.Default
    default boolean firewall() {
        return true;
    }

    /** Ports of the server itself that are open beyond SSH and what services publish. */
    @Value.NaturalOrder
    SortedSet<FirewallRule> open();

    /** Jails of the intrusion prevention. */
    @Value.NaturalOrder
    SortedSet<Jail> jails();

    /** How packages are kept up to date; left alone if absent. */
    Optional<UpdatePolicy> updates();

    /** Directories that are made. */
    @Value.NaturalOrder
    SortedSet<HostPath> directories();

    /** Container networks. */
    List<Network> networks();

    /** Volumes. */
    List<Volume> volumes();

    /** Services in containers. */
    List<Service> services();

    /** Services on the machine itself. */
    List<HostService> hostServices();

    /** Data that may be removed: addresses of volumes and provisions that are no longer declared. */
    @Value.NaturalOrder
    SortedSet<Address> retired();

    /** Where it and its settings were declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("server", name());
    }

    /** Puts every list into its one order and checks the kernel settings' names. */
    @Value.Check
    default Server sorted() {
        sysctl().forEach((key, value) -> {
            SysctlKey.of(key);
            Texts.line("kernel setting", value);
        });
        boolean inOrder = Sorted.is(delegates(), Delegate::name)
                && Sorted.is(networks(), Network::name)
                && Sorted.is(volumes(), Volume::name)
                && Sorted.is(services(), Service::name)
                && Sorted.is(hostServices(), HostService::name);
        return inOrder
                ? this
                : builder()
                        .from(this)
                        .delegates(Sorted.by(delegates(), Delegate::name))
                        .networks(Sorted.by(networks(), Network::name))
                        .volumes(Sorted.by(volumes(), Volume::name))
                        .services(Sorted.by(services(), Service::name))
                        .hostServices(Sorted.by(hostServices(), HostService::name))
                        .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableServer.Builder {
        Builder() {}
    }
}
