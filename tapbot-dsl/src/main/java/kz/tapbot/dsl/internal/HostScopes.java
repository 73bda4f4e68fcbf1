package kz.tapbot.dsl.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.HostServiceSpec;
import kz.tapbot.dsl.ProviderSpec;
import kz.tapbot.dsl.SshJumpSpec;
import kz.tapbot.dsl.SshSpec;
import kz.tapbot.dsl.SystemSpec;
import kz.tapbot.dsl.UpdatesSpec;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Provider;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.value.Bandwidth;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.MonthlyCost;

/** The scopes inside a server's: its access, its provider, its system and its own services. */
final class HostScopes {

    private HostScopes() {}

    static final class OfSsh extends ScopeBase<SshSpec> implements SshSpec {
        private final SshAccess.Builder builder;

        OfSsh(ScopeBase<?> outer, SshAccess.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        SshSpec self() {
            return this;
        }

        @Override
        public SshSpec hostKey(String... fingerprints) {
            note("ssh.hostKeys");
            for (String fingerprint : fingerprints) {
                builder.addHostKeys(HostKeyFingerprint.of(fingerprint));
            }
            return this;
        }

        @Override
        public SshSpec keysOnly() {
            if (once("ssh.keysOnly")) {
                builder.keysOnly(true);
            }
            return this;
        }

        @Override
        public SshSpec passwordsToo() {
            if (once("ssh.keysOnly")) {
                builder.keysOnly(false);
            }
            return this;
        }

        @Override
        public SshSpec port(int port) {
            if (once("ssh.port")) {
                builder.port(Port.tcp(port).number());
            }
            return this;
        }

        @Override
        public SshSpec user(String name) {
            if (once("ssh.user")) {
                SshAccess.checkUser(name);
                builder.user(name);
            }
            return this;
        }

        @Override
        public SshSpec through(HostAddress jump, Consumer<? super SshJumpSpec> spec) {
            DeclaredAt at = here();
            boolean first = once("ssh.jump", at);
            SshJumpScope scope = new SshJumpScope(this, jump);
            if (scope.run(spec) && first) {
                scope.jump(at).ifPresent(builder::jump);
            }
            return this;
        }
    }

    static final class OfProvider extends ScopeBase<ProviderSpec> implements ProviderSpec {
        private final Provider.Builder builder;

        OfProvider(ScopeBase<?> outer, Provider.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        ProviderSpec self() {
            return this;
        }

        @Override
        public ProviderSpec location(String place) {
            if (once("provider.location")) {
                builder.location(place);
            }
            return this;
        }

        @Override
        public ProviderSpec cost(MonthlyCost cost) {
            if (once("provider.cost")) {
                builder.cost(cost);
            }
            return this;
        }

        @Override
        public ProviderSpec bandwidth(Bandwidth rate) {
            if (once("provider.bandwidth")) {
                builder.bandwidth(rate);
            }
            return this;
        }
    }

    static final class OfSystem extends ScopeBase<SystemSpec> implements SystemSpec {
        private final Server.Builder builder;

        OfSystem(ScopeBase<?> outer, Server.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        SystemSpec self() {
            return this;
        }

        @Override
        public SystemSpec timeZone(String id) {
            if (once("timeZone")) {
                builder.timeZone(zone(id));
            }
            return this;
        }

        private static ZoneId zone(String id) {
            try {
                return ZoneId.of(id);
            } catch (DateTimeException e) {
                throw new InvalidValueException(
                        ModelCode.BAD_SYSTEM_NAME,
                        "A time zone is a name of the tz database such as Europe/Moscow, or UTC, not "
                                + InvalidValueException.show(id) + ".");
            }
        }

        @Override
        public SystemSpec swap(DataSize size) {
            if (once("swap")) {
                builder.swap(size);
            }
            return this;
        }

        @Override
        public SystemSpec sysctl(String key, String value) {
            if (once("sysctl." + key)) {
                builder.putSysctl(SysctlKey.of(key).value(), value);
            }
            return this;
        }

        @Override
        public SystemSpec packages(String... names) {
            for (String name : names) {
                note("packages." + name);
                builder.addPackages(PackageName.of(name));
            }
            return this;
        }
    }

    static final class OfUpdates extends ScopeBase<UpdatesSpec> implements UpdatesSpec {
        private final UpdatePolicy.Builder builder;

        OfUpdates(ScopeBase<?> outer, UpdatePolicy.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        UpdatesSpec self() {
            return this;
        }

        @Override
        public UpdatesSpec byHand() {
            note("updates.securityUpdates");
            builder.securityUpdates(false);
            return this;
        }

        @Override
        public UpdatesSpec rebootAt(String time) {
            if (once("updates.rebootAt")) {
                builder.rebootAt(((Schedule.Daily) Schedule.dailyAt(time)).at());
            }
            return this;
        }
    }

    static final class OfHostService extends ScopeBase<HostServiceSpec> implements HostServiceSpec {
        private final Map<HostPath, HostFile> files = new TreeMap<>();
        private final HostService.Builder builder;

        OfHostService(Estate estate, Notes notes, HostService.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        HostServiceSpec self() {
            return this;
        }

        @Override
        public HostServiceSpec kind(String name) {
            if (once("kind")) {
                builder.kind(ServiceKind.of(name));
            }
            return this;
        }

        @Override
        public HostServiceSpec openTo(AddressSetRef... addresses) {
            builder.addAllOpenTo(names(note("openTo"), List.of(addresses)));
            return this;
        }

        @Override
        public HostServiceSpec file(HostPath path, Content content, FileMode mode) {
            if (once("files." + path)) {
                files.put(path, new HostFile(path, content, mode));
                builder.files(files.values());
            }
            return this;
        }

        @Override
        public HostServiceSpec notAdministrative() {
            note("adminInterface");
            builder.adminInterface(false);
            return this;
        }

        @Override
        public HostServiceSpec host(HostRef host) {
            DeclaredAt at = here();
            if (once("host", at) && accepts(host, at)) {
                builder.host(host.name());
            }
            return this;
        }
    }
}
