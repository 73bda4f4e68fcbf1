package kz.tapbot.validate.internal.names;

import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.validate.internal.Subject;

/**
 * What has a name, and what it is called in messages. One look-up for all kinds and no function object for each, since those are made
 * anew by every start of the virtual machine and this is on the way to its first line.
 */
final class Named {

    private Named() {}

    /** The name, which is unique among its kind in the same whole. */
    static String of(Object item) {
        if (item instanceof Service service) {
            return service.name().value();
        } else if (item instanceof Network network) {
            return network.name().value();
        } else if (item instanceof Volume volume) {
            return volume.name().value();
        } else if (item instanceof StoredData data) {
            return data.name().value();
        } else if (item instanceof Provision provision) {
            return provision.kind() + " " + provision.name();
        } else if (item instanceof HostService service) {
            return service.name().value();
        } else if (item instanceof Delegate delegate) {
            return delegate.name().value();
        }
        return subject(item).address().path();
    }

    /** What lives on no server. */
    static Subject subject(Object item) {
        if (item instanceof Server server) {
            return Subject.of(server.address(), server.places());
        } else if (item instanceof SecretDeclaration secret) {
            return Subject.of(secret.address(), secret.places());
        } else if (item instanceof AddressSet set) {
            return Subject.of(set.address(), set.places());
        } else if (item instanceof Zone zone) {
            return Subject.of(zone.address(), zone.places());
        } else if (item instanceof CertificateAuthority issuer) {
            return Subject.of(issuer.address(), issuer.places());
        } else if (item instanceof OutsideApi api) {
            return Subject.of(api.address(), api.places());
        } else if (item instanceof RegistryLogin login) {
            return Subject.of(login.address(), login.places());
        } else if (item instanceof Link link) {
            return Subject.of(link.address(), link.places());
        } else if (item instanceof Backup backup) {
            return Subject.of(backup.address(), backup.places());
        } else if (item instanceof Notifier notifier) {
            return Subject.of(notifier.address(), notifier.places());
        } else if (item instanceof Alert alert) {
            return Subject.of(alert.address(), alert.places());
        }
        throw new IllegalArgumentException("not named: " + item.getClass());
    }

    /**
     * What lives on a server or in a service.
     *
     * @param whole the path of the server or service
     */
    static Subject subject(Object item, String whole) {
        if (item instanceof Service service) {
            return on(whole, "service", service.name().value(), service.places());
        } else if (item instanceof Network network) {
            return on(whole, "network", network.name().value(), network.places());
        } else if (item instanceof Volume volume) {
            return on(whole, "volume", volume.name().value(), volume.places());
        } else if (item instanceof HostService service) {
            return on(whole, "host-service", service.name().value(), service.places());
        } else if (item instanceof Delegate delegate) {
            return on(whole, "delegate", delegate.name().value(), delegate.places());
        } else if (item instanceof StoredData data) {
            return on(whole, "data", data.name().value(), data.places());
        } else if (item instanceof Provision provision) {
            return on(whole, provision.kind().value(), provision.name(), provision.places());
        }
        return subject(item);
    }

    private static Subject on(String whole, String kind, String name, Places places) {
        return Subject.of(new Address(kind, whole + "/" + name), places);
    }
}
