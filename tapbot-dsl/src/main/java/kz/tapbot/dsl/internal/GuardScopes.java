package kz.tapbot.dsl.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.DelegateSpec;
import kz.tapbot.dsl.FirewallSpec;
import kz.tapbot.dsl.JailSpec;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.server.Server;

/** The scopes of who is let into a server, and who is shut out. */
final class GuardScopes {

    private GuardScopes() {}

    static final class OfFirewall extends ScopeBase<FirewallSpec> implements FirewallSpec {
        private final Server.Builder builder;

        OfFirewall(ScopeBase<?> outer, Server.Builder builder) {
            super(outer);
            this.builder = builder;
        }

        @Override
        FirewallSpec self() {
            return this;
        }

        @Override
        public FirewallSpec opens(Port port, String reason, AddressSetRef... from) {
            DeclaredAt at = note("open." + port);
            List<AddressSetName> names = names(at, List.of(from));
            if (names.size() == from.length) {
                builder.addOpen(new FirewallRule(port, names, reason));
            }
            return this;
        }

        @Override
        public FirewallSpec off() {
            note("firewall");
            builder.firewall(false);
            return this;
        }
    }

    static final class OfJail extends ScopeBase<JailSpec> implements JailSpec {
        private Jail jail;

        OfJail(ScopeBase<?> outer, Jail jail) {
            super(outer);
            this.jail = jail;
        }

        Jail jail() {
            return jail;
        }

        @Override
        JailSpec self() {
            return this;
        }

        @Override
        public JailSpec maxRetry(int failures) {
            if (once("jails." + jail.name() + ".maxRetry")) {
                jail = new Jail(jail.name(), failures, jail.findTime(), jail.banTime());
            }
            return this;
        }

        @Override
        public JailSpec findTime(Duration time) {
            if (once("jails." + jail.name() + ".findTime")) {
                jail = new Jail(jail.name(), jail.maxRetry(), time, jail.banTime());
            }
            return this;
        }

        @Override
        public JailSpec banTime(Duration time) {
            if (once("jails." + jail.name() + ".banTime")) {
                jail = new Jail(jail.name(), jail.maxRetry(), jail.findTime(), time);
            }
            return this;
        }
    }

    static final class OfDelegate extends ScopeBase<DelegateSpec> implements DelegateSpec {
        private final Delegate.Builder builder;

        OfDelegate(Estate estate, Notes notes, Delegate.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        DelegateSpec self() {
            return this;
        }

        @Override
        public DelegateSpec keys(String... publicKeys) {
            note("keys");
            for (String key : publicKeys) {
                builder.addKeys(SshPublicKey.of(key));
            }
            return this;
        }

        @Override
        public DelegateSpec mayInspect() {
            note("mayInspect");
            builder.mayInspect(true);
            return this;
        }

        @Override
        public DelegateSpec mayDeploy() {
            note("mayDeploy");
            builder.mayDeploy(true);
            return this;
        }

        @Override
        public DelegateSpec mayRestart(String... units) {
            for (String unit : units) {
                note("mayRestart." + unit);
                builder.addMayRestart(UnitName.of(unit.indexOf('.') < 0 ? unit + ".service" : unit));
            }
            return this;
        }

        @Override
        public DelegateSpec expires(LocalDate lastDay) {
            if (once("expires")) {
                builder.expires(lastDay);
            }
            return this;
        }
    }
}
