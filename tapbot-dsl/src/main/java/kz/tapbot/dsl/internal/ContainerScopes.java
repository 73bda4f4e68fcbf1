package kz.tapbot.dsl.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ConfinementSpec;
import kz.tapbot.dsl.HealthCheckSpec;
import kz.tapbot.dsl.LimitsSpec;
import kz.tapbot.dsl.OutsideApiRef;
import kz.tapbot.dsl.ProcessSpec;
import kz.tapbot.dsl.PublicationSpec;
import kz.tapbot.dsl.RoleSpec;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;

/** The scopes inside a container's. */
final class ContainerScopes {

    private ContainerScopes() {}

    static final class OfPublication extends ScopeBase<PublicationSpec> implements PublicationSpec {
        private final Port port;
        private final List<AddressSetName> from = new ArrayList<>();
        private Optional<IpAddress> bind = Optional.empty();
        private int containerPort;
        private boolean usable = true;

        OfPublication(ScopeBase<?> outer, Port port) {
            super(outer);
            this.port = port;
            this.containerPort = port.number();
        }

        Publication publication() {
            return new Publication(port, containerPort, bind, from);
        }

        boolean usable() {
            return usable;
        }

        @Override
        PublicationSpec self() {
            return this;
        }

        @Override
        public PublicationSpec containerPort(int number) {
            here();
            containerPort = Port.tcp(number).number();
            return this;
        }

        @Override
        public PublicationSpec on(IpAddress address) {
            here();
            bind = Optional.of(address);
            return this;
        }

        @Override
        public PublicationSpec from(AddressSetRef... addresses) {
            List<AddressSetName> names = names(here(), List.of(addresses));
            usable &= names.size() == addresses.length;
            from.addAll(names);
            return this;
        }
    }

    static final class OfHealthCheck extends ScopeBase<HealthCheckSpec> implements HealthCheckSpec {
        private final ContainerRecord container;

        OfHealthCheck(ScopeBase<?> outer, ContainerRecord container) {
            super(outer);
            this.container = container;
        }

        @Override
        HealthCheckSpec self() {
            return this;
        }

        @Override
        public HealthCheckSpec command(String program, String... arguments) {
            if (once("healthCheck.command")) {
                container.health(container.health().command(Command.of(program, arguments)));
            }
            return this;
        }

        @Override
        public HealthCheckSpec every(Duration interval) {
            if (once("healthCheck.interval")) {
                container.health(container.health().every(interval));
            }
            return this;
        }

        @Override
        public HealthCheckSpec timeout(Duration timeout) {
            if (once("healthCheck.timeout")) {
                container.health(container.health().timeout(timeout));
            }
            return this;
        }

        @Override
        public HealthCheckSpec retries(int failures) {
            if (once("healthCheck.retries")) {
                container.health(container.health().retries(failures));
            }
            return this;
        }

        @Override
        public HealthCheckSpec startPeriod(Duration period) {
            if (once("healthCheck.startPeriod")) {
                container.health(container.health().startPeriod(period));
            }
            return this;
        }
    }

    static final class OfLimits extends ScopeBase<LimitsSpec> implements LimitsSpec {
        private final Limits.Builder builder;

        OfLimits(ScopeBase<?> outer, Limits.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        LimitsSpec self() {
            return this;
        }

        @Override
        public LimitsSpec memory(DataSize most) {
            if (once("limits.memory")) {
                builder.memory(most);
            }
            return this;
        }

        @Override
        public LimitsSpec cpus(Cpus most) {
            if (once("limits.cpus")) {
                builder.cpus(most);
            }
            return this;
        }

        @Override
        public LimitsSpec processes(int most) {
            if (once("limits.processes")) {
                builder.processes(Limits.builder().processes(most).build().processes());
            }
            return this;
        }

        @Override
        public LimitsSpec ulimit(UlimitKind kind, long most) {
            return ulimit(kind, most, most);
        }

        @Override
        public LimitsSpec ulimit(UlimitKind kind, long soft, long hard) {
            if (once("limits.ulimits." + kind.word())) {
                builder.addUlimits(new Ulimit(kind, soft, hard));
            }
            return this;
        }

        @Override
        public LimitsSpec logs(DataSize file, int files) {
            if (once("limits.logFile")) {
                builder.logFile(file)
                        .logFiles(Limits.builder().logFiles(files).build().logFiles());
            }
            return this;
        }
    }

    static final class OfConfinement extends ScopeBase<ConfinementSpec> implements ConfinementSpec {
        private final Confinement.Builder builder;

        OfConfinement(ScopeBase<?> outer, Confinement.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        ConfinementSpec self() {
            return this;
        }

        @Override
        public ConfinementSpec user(String user) {
            if (once("confinement.user")) {
                builder.user(user);
            }
            return this;
        }

        @Override
        public ConfinementSpec readOnlyRoot() {
            note("confinement.readOnlyRoot");
            builder.readOnlyRoot(true);
            return this;
        }

        @Override
        public ConfinementSpec mayGainPrivileges() {
            note("confinement.noNewPrivileges");
            builder.noNewPrivileges(false);
            return this;
        }

        @Override
        public ConfinementSpec init() {
            note("confinement.init");
            builder.init(true);
            return this;
        }

        @Override
        public ConfinementSpec drops(Capability... capabilities) {
            note("confinement.droppedCapabilities");
            builder.addDroppedCapabilities(capabilities);
            return this;
        }

        @Override
        public ConfinementSpec adds(Capability... capabilities) {
            note("confinement.addedCapabilities");
            builder.addAddedCapabilities(capabilities);
            return this;
        }
    }

    static final class OfProcess extends ScopeBase<ProcessSpec> implements ProcessSpec {
        private final Service.Builder builder;

        OfProcess(ScopeBase<?> outer, Service.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        ProcessSpec self() {
            return this;
        }

        @Override
        public ProcessSpec entrypoint(String program, String... arguments) {
            if (once("entrypoint")) {
                builder.entrypoint(Command.of(program, arguments));
            }
            return this;
        }

        @Override
        public ProcessSpec command(String first, String... more) {
            if (once("command")) {
                builder.command(Command.of(first, more));
            }
            return this;
        }

        @Override
        public ProcessSpec restart(RestartPolicy policy) {
            if (once("restart")) {
                builder.restart(policy);
            }
            return this;
        }

        @Override
        public ProcessSpec stopGrace(Duration time) {
            if (once("stopGrace")) {
                builder.stopGrace(time);
            }
            return this;
        }

        @Override
        public ProcessSpec startsAfter(ServiceRef... services) {
            for (ServiceRef service : services) {
                if (accepts(service.container(), note("needs." + service.id()))) {
                    builder.addNeeds(new Need(service.id(), false));
                }
            }
            return this;
        }
    }

    static final class OfRole extends ScopeBase<RoleSpec> implements RoleSpec {
        private final Service.Builder builder;

        OfRole(ScopeBase<?> outer, Service.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        RoleSpec self() {
            return this;
        }

        @Override
        public RoleSpec kind(String name) {
            if (once("kind")) {
                builder.kind(ServiceKind.of(name));
            }
            return this;
        }

        @Override
        public RoleSpec is(Trait... traits) {
            for (Trait trait : traits) {
                note("traits." + trait);
                builder.addTraits(trait);
            }
            return this;
        }

        @Override
        public RoleSpec calls(OutsideApiRef... apis) {
            for (OutsideApiRef api : apis) {
                if (accepts(api, note("calls." + api.name()))) {
                    builder.addCalls(api.name());
                }
            }
            return this;
        }

        @Override
        public RoleSpec label(String key, String value) {
            if (once("labels." + key)) {
                builder.putLabels(key, value);
            }
            return this;
        }

        @Override
        public RoleSpec planned() {
            note("planned");
            builder.planned(true);
            return this;
        }
    }
}
