package kz.tapbot.rule;

import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;

/** Something that a rule is about, with the estate it is part of. */
public sealed interface Subject {

    /** What it is part of. */
    Estate estate();

    /** What every message calls it. */
    Address address();

    /** Where it and its settings were declared. */
    Places places();

    /**
     * A server that is not only planned.
     *
     * @param estate what it is part of
     * @param server what was declared
     */
    record OfServer(Estate estate, Server server) implements Subject {
        @Override
        public Address address() {
            return server.address();
        }

        @Override
        public Places places() {
            return server.places();
        }
    }

    /**
     * A service that is not only planned.
     *
     * @param estate what it is part of
     * @param server the server it is on
     * @param service what was declared
     */
    record OfService(Estate estate, Server server, Service service) implements Subject {

        /** Its reference. */
        public ServiceId id() {
            return new ServiceId(server.name(), service.name());
        }

        @Override
        public Address address() {
            return id().address();
        }

        @Override
        public Places places() {
            return service.places();
        }
    }

    /**
     * A route to a service that is not only planned.
     *
     * @param estate what it is part of
     * @param of the service that it leads to
     * @param route what was declared
     */
    record OfRoute(Estate estate, OfService of, Route route) implements Subject {
        @Override
        public Address address() {
            return new Address("route", route.host() + (route.path().equals("/") ? "" : route.path()));
        }

        @Override
        public Places places() {
            return route.places().declaration().isPresent() ? route.places() : of.places();
        }
    }

    /**
     * A container network.
     *
     * @param estate what it is part of
     * @param server the server it is on
     * @param network what was declared
     */
    record OfNetwork(Estate estate, Server server, Network network) implements Subject {

        /** Its reference. */
        public NetworkId id() {
            return new NetworkId(server.name(), network.name());
        }

        @Override
        public Address address() {
            return id().address();
        }

        @Override
        public Places places() {
            return network.places();
        }
    }

    /**
     * A volume.
     *
     * @param estate what it is part of
     * @param server the server it is on
     * @param volume what was declared
     */
    record OfVolume(Estate estate, Server server, Volume volume) implements Subject {

        /** Its reference. */
        public VolumeId id() {
            return new VolumeId(server.name(), volume.name());
        }

        @Override
        public Address address() {
            return id().address();
        }

        @Override
        public Places places() {
            return volume.places();
        }
    }

    /**
     * A backup.
     *
     * @param estate what it is part of
     * @param backup what was declared
     */
    record OfBackup(Estate estate, Backup backup) implements Subject {
        @Override
        public Address address() {
            return backup.address();
        }

        @Override
        public Places places() {
            return backup.places();
        }
    }

    /**
     * Somebody who may do exactly what is named on a server.
     *
     * @param estate what it is part of
     * @param server the server
     * @param delegate what was declared
     */
    record OfUser(Estate estate, Server server, Delegate delegate) implements Subject {
        @Override
        public Address address() {
            return Address.on(server.name(), "delegate", delegate.name().value());
        }

        @Override
        public Places places() {
            return delegate.places();
        }
    }
}
