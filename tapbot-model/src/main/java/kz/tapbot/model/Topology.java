package kz.tapbot.model;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.acknowledgement.Acknowledgement;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Sorted;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/**
 * A whole estate as one immutable value. Two topologies that say the same are equal, in whatever order and place it was said. That
 * the value exists does not mean that it can work: that is judged by {@code kz.tapbot.validate}.
 */
@Value.Immutable
public interface Topology {

    /** Its name; it marks what is ours on the machines, so that a change of it is a change of owner. */
    TopologyName name();

    /** What it is, for people. */
    Optional<String> description();

    /** Sets of addresses. */
    List<AddressSet> addressSets();

    /** DNS zones. */
    List<Zone> zones();

    /** Issuers of certificates. */
    List<CertificateAuthority> certificateAuthorities();

    /** Secrets by name and source. */
    List<SecretDeclaration> secrets();

    /** Services of others that ours depend on. */
    List<OutsideApi> outsideApis();

    /** Logins for registries that do not give their images to everybody. */
    List<RegistryLogin> registryLogins();

    /** Machines. */
    List<Server> servers();

    /** Links between machines. */
    List<Link> links();

    /** Backups. */
    List<Backup> backups();

    /** Ways to tell people. */
    List<Notifier> notifiers();

    /** What people are told of. */
    List<Alert> alerts();

    /** Violations and warnings that are known and accepted. */
    List<Acknowledgement> acknowledgements();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.topology(name());
    }

    /** The server of that name. */
    default Optional<Server> server(ServerName name) {
        return Sorted.find(servers(), Server::name, name);
    }

    /** The service of that reference. */
    default Optional<Service> service(ServiceId id) {
        return server(id.server()).flatMap(server -> Sorted.find(server.services(), Service::name, id.service()));
    }

    /** How to log in at a registry, if it does not give its images to everybody. */
    default Optional<RegistryLogin> login(RegistryHost registry) {
        return Sorted.find(registryLogins(), RegistryLogin::registry, registry);
    }

    /** Puts every list into its one order. */
    @Value.Check
    default Topology sorted() {
        Texts.line("description", description());
        boolean inOrder = Sorted.is(addressSets(), AddressSet::name)
                && Sorted.is(zones(), Zone::name)
                && Sorted.is(certificateAuthorities(), CertificateAuthority::name)
                && Sorted.is(secrets(), SecretDeclaration::name)
                && Sorted.is(outsideApis(), OutsideApi::name)
                && Sorted.is(registryLogins(), RegistryLogin::registry)
                && Sorted.is(servers(), Server::name)
                && Sorted.is(links(), Link::name)
                && Sorted.is(backups(), Backup::name)
                && Sorted.is(notifiers(), Notifier::name)
                && Sorted.is(alerts(), Alert::name)
                && Sorted.is(acknowledgements(), Topology::key);
        return inOrder
                ? this
                : builder()
                        .from(this)
                        .addressSets(Sorted.by(addressSets(), AddressSet::name))
                        .zones(Sorted.by(zones(), Zone::name))
                        .certificateAuthorities(Sorted.by(certificateAuthorities(), CertificateAuthority::name))
                        .secrets(Sorted.by(secrets(), SecretDeclaration::name))
                        .outsideApis(Sorted.by(outsideApis(), OutsideApi::name))
                        .registryLogins(Sorted.by(registryLogins(), RegistryLogin::registry))
                        .servers(Sorted.by(servers(), Server::name))
                        .links(Sorted.by(links(), Link::name))
                        .backups(Sorted.by(backups(), Backup::name))
                        .notifiers(Sorted.by(notifiers(), Notifier::name))
                        .alerts(Sorted.by(alerts(), Alert::name))
                        .acknowledgements(Sorted.by(acknowledgements(), Topology::key))
                        .build();
    }

    private static String key(Acknowledgement acknowledgement) {
        return acknowledgement.rule() + " " + acknowledgement.object() + " " + acknowledgement.reason();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableTopology.Builder {
        Builder() {}
    }
}
