package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.operation.Ban;
import kz.tapbot.runtime.operation.Isolate;
import kz.tapbot.runtime.operation.LiftIsolation;
import kz.tapbot.runtime.operation.LockUser;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.operation.Unban;
import kz.tapbot.runtime.operation.UnlockUser;
import kz.tapbot.runtime.resource.UserResource;
import org.junit.jupiter.api.Test;

/** What people order when somebody breaks in. */
public abstract class IncidentContractTest extends Trial {

    private static final UserName MONITOR = UserName.of("monitor");
    private static final IpAddress FOUR = IpAddress.of("203.0.113.7");
    private static final IpAddress SIX = IpAddress.of("2001:db8::7");

    /** Where the tests come from, on whatever server. */
    private static final List<Cidr> HERE = List.of(Cidr.of("10.214.7.0/24"), Cidr.of("198.51.100.0/24"));

    @Test
    void what_is_ordered_stands_over_a_restart_and_is_no_drift_until_it_is_ended() {
        UserResource user = user(Optional.empty());
        perform(new PutUser(user.address(), user));
        for (int i = 0; i < 2; i++) {
            perform(
                    new Ban(ban(FOUR), FOUR),
                    new Ban(ban(SIX), SIX),
                    new LockUser(lock(), MONITOR),
                    new Isolate(isolation(), new TreeSet<>(HERE)));
            stand("first@contract", ban(SIX), ban(FOUR), isolation(), lock());
        }
        harness.restart();
        session = open(OURS, "second@contract");
        stand("first@contract", ban(SIX), ban(FOUR), isolation(), lock());
        isAsDesired(user);
        UserResource changed = user(Optional.of(LocalDate.of(2035, 1, 31)));
        perform(new PutUser(changed.address(), changed));
        isAsDesired(changed);
        stand("first@contract", ban(SIX), ban(FOUR), isolation(), lock());
        for (int i = 0; i < 2; i++) {
            perform(
                    new Unban(ban(FOUR), FOUR),
                    new Unban(ban(SIX), SIX),
                    new UnlockUser(lock(), MONITOR),
                    new LiftIsolation(isolation()));
            stand("first@contract");
            isAsDesired(changed);
        }
    }

    @Test
    void what_is_ordered_and_not_confirmed_is_taken_back() {
        UserResource user = user(Optional.of(LocalDate.of(2034, 1, 31)));
        perform(new PutUser(user.address(), user), new Ban(ban(FOUR), FOUR));
        String undo = session.state().arm(List.of(ban(SIX), lock(), isolation()), Duration.ofMinutes(10));
        perform(new Ban(ban(SIX), SIX), new LockUser(lock(), MONITOR), new Isolate(isolation(), new TreeSet<>(HERE)));
        session.state().revert(undo);
        stand("first@contract", ban(FOUR));
        isAsDesired(user);
        perform(new LockUser(lock(), MONITOR));
        undo = session.state().arm(List.of(ban(FOUR), lock()), Duration.ofMinutes(10));
        perform(new Unban(ban(FOUR), FOUR), new UnlockUser(lock(), MONITOR));
        session.state().revert(undo);
        stand("first@contract", ban(FOUR), lock());
        perform(new RemoveUser(user.address(), MONITOR));
        stand("first@contract", ban(FOUR));
    }

    @Test
    void a_user_who_is_not_there_is_not_locked() {
        refused(new LockUser(lock(), MONITOR), "Locking the user monitor failed: there is no user monitor.");
        stand("first@contract");
    }

    private void stand(String who, Address... addresses) {
        assertThat(look().incidents()).extracting(Incident::address).containsExactlyInAnyOrder(addresses);
        assertThat(look().incidents()).allSatisfy(one -> {
            assertThat(one.who()).isEqualTo(who);
            assertThat(one.inEffect()).as("%s", one).isTrue();
        });
    }

    private UserResource user(Optional<LocalDate> expires) {
        return new UserResource(
                server(), MONITOR, new TreeSet<>(List.of(HostContractTest.KEY)), new TreeSet<>(), expires, NOTHING);
    }

    private Address ban(IpAddress who) {
        return address(Incident.BAN, who.toString());
    }

    private Address lock() {
        return address(Incident.USER_LOCK, MONITOR.value());
    }

    private Address isolation() {
        return new Address(Incident.ISOLATION, server().value());
    }
}
