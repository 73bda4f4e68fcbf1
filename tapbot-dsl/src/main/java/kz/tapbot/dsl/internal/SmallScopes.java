package kz.tapbot.dsl.internal;

import java.time.Duration;
import kz.tapbot.dsl.AlertSpec;
import kz.tapbot.dsl.NetworkSpec;
import kz.tapbot.dsl.NotifierRef;
import kz.tapbot.dsl.ProvisionSpec;
import kz.tapbot.dsl.StoredDataSpec;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.dsl.VolumeSpec;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.AlertSeverity;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.DataSize;

/** Scopes of a few settings each, over one builder of the model. */
final class SmallScopes {

    private SmallScopes() {}

    static final class OfNetwork extends ScopeBase<NetworkSpec> implements NetworkSpec {
        private final kz.tapbot.model.network.Network.Builder builder;

        OfNetwork(Estate estate, Notes notes, kz.tapbot.model.network.Network.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        NetworkSpec self() {
            return this;
        }

        @Override
        public NetworkSpec internal() {
            note("internal");
            builder.internal(true);
            return this;
        }

        @Override
        public NetworkSpec subnet(String cidr) {
            if (once("subnet")) {
                builder.subnet(Cidr.of(cidr));
            }
            return this;
        }

        @Override
        public NetworkSpec subnetIpv6(String cidr) {
            if (once("subnetIpv6")) {
                builder.subnetIpv6(Cidr.of(cidr));
            }
            return this;
        }
    }

    static final class OfVolume extends ScopeBase<VolumeSpec> implements VolumeSpec {
        private final kz.tapbot.model.volume.Volume.Builder builder;

        OfVolume(Estate estate, Notes notes, kz.tapbot.model.volume.Volume.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        VolumeSpec self() {
            return this;
        }

        @Override
        public VolumeSpec expectedSize(DataSize size) {
            if (once("expectedSize")) {
                builder.expectedSize(size);
            }
            return this;
        }

        @Override
        public VolumeSpec needsNoBackupBecause(String reason) {
            if (once("noBackupBecause")) {
                builder.noBackupBecause(reason);
            }
            return this;
        }
    }

    static final class OfAlert extends ScopeBase<AlertSpec> implements AlertSpec {
        private final Alert.Builder builder;

        OfAlert(Estate estate, Notes notes, Alert.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        AlertSpec self() {
            return this;
        }

        @Override
        public AlertSpec threshold(int value) {
            if (once("threshold")) {
                builder.threshold(value);
            }
            return this;
        }

        @Override
        public AlertSpec lasting(Duration time) {
            if (once("lasting")) {
                builder.lasting(time);
            }
            return this;
        }

        @Override
        public AlertSpec critical() {
            note("severity");
            builder.severity(AlertSeverity.CRITICAL);
            return this;
        }

        @Override
        public AlertSpec tells(NotifierRef... notifiers) {
            for (NotifierRef notifier : notifiers) {
                if (accepts(notifier, note("notifies." + notifier.name()))) {
                    builder.addNotifies(notifier.name());
                }
            }
            return this;
        }
    }

    static final class OfStoredData extends ScopeBase<StoredDataSpec> implements StoredDataSpec {
        private final StoredData.Builder builder;

        OfStoredData(Estate estate, Notes notes, StoredData.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        StoredDataSpec self() {
            return this;
        }

        @Override
        public StoredDataSpec in(VolumeRef volume) {
            DeclaredAt at = here();
            if (once("volume", at) && accepts(volume, at)) {
                builder.volume(volume.id());
            }
            return this;
        }

        @Override
        public StoredDataSpec dump(Command command) {
            if (once("dump")) {
                builder.dump(command);
            }
            return this;
        }

        @Override
        public StoredDataSpec restore(Command command) {
            if (once("restore")) {
                builder.restore(command);
            }
            return this;
        }

        @Override
        public StoredDataSpec needsNoBackupBecause(String reason) {
            if (once("noBackupBecause")) {
                builder.noBackupBecause(reason);
            }
            return this;
        }
    }

    static final class OfProvision extends ScopeBase<ProvisionSpec> implements ProvisionSpec {
        private final Provision.Builder builder;

        OfProvision(Estate estate, Notes notes, Provision.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        ProvisionSpec self() {
            return this;
        }

        @Override
        public ProvisionSpec probe(Command command) {
            if (once("probe")) {
                builder.probe(command);
            }
            return this;
        }

        @Override
        public ProvisionSpec create(Command command) {
            if (once("create")) {
                builder.create(command);
            }
            return this;
        }

        @Override
        public ProvisionSpec input(Content content) {
            if (once("input")) {
                builder.input(content);
            }
            return this;
        }

        @Override
        public ProvisionSpec attribute(String key, String value) {
            if (once("attributes." + key)) {
                builder.putAttributes(key, value);
            }
            return this;
        }

        @Override
        public ProvisionSpec holdsNoData() {
            note("data");
            builder.data(false);
            return this;
        }
    }
}
