package kz.tapbot.dsl.internal;

import java.util.Objects;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.DirectoryRef;
import kz.tapbot.dsl.Handle;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.HostServiceRef;
import kz.tapbot.dsl.LinkRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.NotifierRef;
import kz.tapbot.dsl.OutsideApiRef;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.HostPath;

/** The handles that have nothing behind them but what they refer to. */
final class Handles {

    private Handles() {}

    /** A handle that knows its topology. */
    interface Owned extends Handle {
        Estate estate();
    }

    record AddressSet(Estate estate, AddressSetName name, DeclaredAt declaredAt) implements AddressSetRef, Owned {
        @Override
        public Address address() {
            return Address.of("addresses", name);
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Zone(Estate estate, HostName name, DeclaredAt declaredAt) implements ZoneRef, Owned {
        @Override
        public Address address() {
            return new Address("zone", name.value());
        }

        @Override
        public HostRef host(String label) {
            Objects.requireNonNull(label, "label");
            DeclaredAt at = estate.here();
            HostName host = estate.value(
                    () -> HostName.of(label + "." + name),
                    () -> HostName.of("unnamed-" + estate.nextUnnamed() + "." + name),
                    address(),
                    at);
            return new Host(estate, host, "/", at);
        }

        @Override
        public HostRef apex() {
            return new Host(estate, name, "/", estate.here());
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Host(Estate estate, HostName name, String path, DeclaredAt declaredAt) implements HostRef, Owned {
        @Override
        public Address address() {
            return new Address("host", name.value());
        }

        @Override
        public HostRef path(String below) {
            return new Host(estate, name, Objects.requireNonNull(below, "below"), declaredAt);
        }

        @Override
        public String toString() {
            return name + (path.equals("/") ? "" : path);
        }
    }

    record Certificates(
            Estate estate, CertificateAuthorityName name, String directory, EmailAddress contact, DeclaredAt declaredAt)
            implements CertificatesRef, Owned {
        @Override
        public Address address() {
            return Address.of("certificates", name);
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record OutsideApi(Estate estate, OutsideApiName name, DeclaredAt declaredAt) implements OutsideApiRef, Owned {
        @Override
        public Address address() {
            return Address.of("outside", name);
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Notifier(Estate estate, NotifierName name, DeclaredAt declaredAt) implements NotifierRef, Owned {
        @Override
        public Address address() {
            return Address.of("notifier", name);
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Link(Estate estate, LinkName name, DeclaredAt declaredAt) implements LinkRef, Owned {
        @Override
        public Address address() {
            return Address.of("link", name);
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Network(Estate estate, NetworkId id, DeclaredAt declaredAt) implements NetworkRef, Owned {
        @Override
        public Address address() {
            return id.address();
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Volume(Estate estate, VolumeId id, DeclaredAt declaredAt) implements VolumeRef, Owned {
        @Override
        public Address address() {
            return id.address();
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Directory(Estate estate, ServerName server, HostPath path, DeclaredAt declaredAt)
            implements DirectoryRef, Owned {
        @Override
        public Address address() {
            return new Address("directory", server + path.value());
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record HostService(Estate estate, ServerName server, ServiceName name, DeclaredAt declaredAt)
            implements HostServiceRef, Owned {
        @Override
        public Address address() {
            return Address.on(server, "host-service", name.value());
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }

    record Data(Estate estate, DataId id, DeclaredAt declaredAt) implements DataRef, Owned {
        @Override
        public Address address() {
            return id.address();
        }

        @Override
        public String toString() {
            return address().toString();
        }
    }
}
