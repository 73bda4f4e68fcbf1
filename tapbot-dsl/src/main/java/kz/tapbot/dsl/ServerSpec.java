package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;

/** The scope of a server. */
public interface ServerSpec extends Scope<ServerSpec> {

    /** Says that it runs this Ubuntu LTS release, for example {@code 24.04}. */
    ServerSpec ubuntu(String version);

    /** Says that it runs this Debian release, for example {@code 12}. */
    ServerSpec debian(String version);

    /** Says what the machine has, so that what is promised can be held against it. */
    ServerSpec size(Cpus cpus, DataSize memory, DataSize disk);

    /** Says its IPv6 address. */
    ServerSpec ipv6(IpAddress address);

    /** Says whose addresses administer it: let in by the firewall, never banned. */
    ServerSpec administeredFrom(AddressSetRef... addresses);

    /** Says how it is reached by SSH. */
    ServerSpec ssh(Consumer<? super SshSpec> spec);

    /** Says who it is rented from. */
    ServerSpec provider(String name, Consumer<? super ProviderSpec> spec);

    /** Says how its system is kept: time zone, swap, kernel settings, packages. */
    ServerSpec system(Consumer<? super SystemSpec> spec);

    /** Says how its packages are kept up to date. */
    ServerSpec updates(Consumer<? super UpdatesSpec> spec);

    /** Says what of the server itself is open beyond SSH and what services publish. */
    ServerSpec firewall(Consumer<? super FirewallSpec> spec);

    /** Declares a jail of the intrusion prevention: a service whose failed logins lead to a ban. */
    ServerSpec jail(String name, Consumer<? super JailSpec> spec);

    /** Declares who may do exactly what is named. */
    ServerSpec delegate(String name, Consumer<? super DelegateSpec> spec);

    /** Lets data be removed that is no longer declared: addresses such as {@code volume:data/old-files}. */
    ServerSpec retires(Address... data);

    /** Says that it is only planned: part of the model, not of any plan. */
    ServerSpec planned();
}
