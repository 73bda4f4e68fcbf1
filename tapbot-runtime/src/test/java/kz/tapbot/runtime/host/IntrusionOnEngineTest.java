package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabNeighbour;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.daily.IncidentAction;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.ssh.CommandCall;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who breaks in is shut out, by what runs on a real server and by hand; who administers it never is. */
@OnEngine
class IntrusionOnEngineTest {

    private static final List<ServerName> BOX = List.of(ServerName.of("box"));

    private static LabServer lab;
    private static LabNeighbour other;
    private static TapbotRuntime runtime;

    @BeforeAll
    static void start() {
        lab = LabServer.start();
        other = LabNeighbour.start(20);
        lab.image(WholeServer.IMAGE);
        runtime = WholeServer.runtime(lab);
        ApplyReport report = runtime.apply(topology(), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        assertThat(runtime.plan(topology()).isEmpty())
                .as("%s", runtime.plan(topology()))
                .isTrue();
    }

    @AfterAll
    static void end() {
        other.close();
        lab.close();
    }

    /** The neighbours may come to SSH, and are no administrators. */
    private static Topology topology() {
        AddressSetName neighbours = AddressSetName.of("neighbours");
        Server server = WholeServer.server(lab)
                .addDelegates(Delegate.builder()
                        .name(UserName.of("guest"))
                        .addKeys(SshPublicKey.of(lab.publicKey()))
                        .mayInspect(true)
                        .build())
                .addOpen(new FirewallRule(Port.tcp(22), List.of(neighbours), "guests"))
                .build();
        return Topology.builder()
                .from(WholeServer.topology(server, WholeServer.HERE))
                .name(TopologyName.of("lab-whole"))
                .addAddressSets(AddressSet.builder()
                        .name(neighbours)
                        .addBlocks(Cidr.of("10.214.7.0/24"))
                        .build())
                .build();
    }

    /** fail2ban reads in order: when it has shut out who came later, it had its chance with the administrator. */
    @Test
    void who_fails_to_log_in_is_shut_out_of_everything_and_the_administrator_never() {
        assertThat(other.reaches(lab.address(), 22)).isTrue();
        assertThat(other.reaches(lab.address(), 8081)).as("a container's port").isTrue();
        for (int i = 0; i < 6; i++) {
            lab.failsToLogIn();
        }
        for (int i = 0; i < 3; i++) {
            other.fails(lab.address());
        }
        other.awaitShut(lab.address(), 22, 10);
        assertThat(other.reaches(lab.address(), 8081)).as("a container's port").isFalse();
        assertThat(lab.sh("fail2ban-client banned")).contains(other.address()).doesNotContain("10.214.7.1'");
        assertThat(lab.answers(22)).isTrue();
        assertThat(lab.answers(8081)).isTrue();
        // It outlives a restart of the server, before which nobody gets in.
        lab.restart();
        assertThat(other.reaches(lab.address(), 8081)).isFalse();
        lab.sh("fail2ban-client unban " + other.address());
        assertThat(other.reaches(lab.address(), 22)).isTrue();
        lab.sh("iptables -t mangle -D PREROUTING -j TAPBOT-JAIL");
        assertThat(runtime.plan(topology()).toString()).contains("jail:box/sshd", "do not hold for containers");
        assertThat(runtime.apply(topology(), ApplyOptions.standard()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(runtime.plan(topology()).isEmpty()).isTrue();
    }

    @Test
    void fail2ban_leads_to_its_bans_again_when_somebody_has_emptied_the_table() {
        // Before its first ban it makes what leads there in any case.
        banned("203.0.113.8", "2001:db8::8");
        lab.sh("iptables -t mangle -F; ip6tables -t mangle -F");
        banned("203.0.113.9", "2001:db8::9");
        assertThat(lab.sh("iptables -t mangle -S | grep ^-A; ip6tables -t mangle -S | grep ^-A"))
                .isEqualTo("""
                -A PREROUTING -j TAPBOT-JAIL
                -A TAPBOT-JAIL -s 203.0.113.9/32 -m comment --comment sshd -j DROP
                -A PREROUTING -j TAPBOT-JAIL
                -A TAPBOT-JAIL -s 2001:db8::9/128 -m comment --comment sshd -j DROP
                """);
        lab.sh("fail2ban-client unban 203.0.113.8 2001:db8::8 203.0.113.9 2001:db8::9");
    }

    private static void banned(String four, String six) {
        lab.sh("for who in " + four + " " + six
                + "; do fail2ban-client set sshd banip $who; done; for try in $(seq 100); do"
                + " iptables -t mangle -S | grep -q " + four + " && ip6tables -t mangle -S | grep -q " + six
                + " && exit 0; sleep 0.1; done; exit 1");
    }

    @Test
    void who_is_banned_gets_nowhere_not_even_with_what_it_has_open() {
        other.holdsOpen(lab.address(), 22);
        ordered(IncidentAction.ban(IpAddress.of(other.address())));
        assertThat(other.saysOnIt()).isEqualTo("silent\n");
        assertThat(other.reaches(lab.address(), 22)).isFalse();
        assertThat(other.reaches(lab.address(), 8081)).as("a container's port").isFalse();
        assertThat(lab.answers(22)).isTrue();
        told("TB5207", other.address() + " is banned since ", ", by tester@lab.", "unban " + other.address());
        lab.restart();
        assertThat(other.reaches(lab.address(), 8081)).isFalse();
        ordered(IncidentAction.unban(IpAddress.of(other.address())));
        assertThat(other.reaches(lab.address(), 22)).isTrue();
        assertThat(other.reaches(lab.address(), 8081)).isTrue();
    }

    @Test
    void an_isolated_server_is_reached_by_administrators_alone_and_stays_so_over_apply_and_restart() {
        other.holdsOpen(lab.address(), 22);
        ordered(IncidentAction.isolate());
        assertThat(other.saysOnIt()).isEqualTo("silent\n");
        alone();
        told("TB5207", "Only administrators may reach the server since ", "lift box");
        ApplyReport report = runtime.apply(topology(), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        // What the server itself begins goes on.
        assertThat(lab.holds("timeout 5 bash -c 'exec 3<>/dev/tcp/" + other.address() + "/7777'"))
                .isTrue();
        lab.sh("systemctl restart docker");
        alone();
        lab.restart();
        alone();
        lab.sh("iptables -t mangle -F TAPBOT-GATE");
        told("It has no effect any more, since somebody has taken it away by hand: order it again.");
        ordered(IncidentAction.isolate());
        alone();
        lab.sh("iptables -t mangle -I TAPBOT-GATE 1 -s " + other.address() + " -j RETURN");
        assertThat(other.reaches(lab.address(), 22)).isTrue();
        ordered(IncidentAction.isolate());
        alone();
        ordered(IncidentAction.lift());
        assertThat(other.reaches(lab.address(), 22)).isTrue();
        assertThat(lab.sh("iptables -t mangle -S; ip6tables -t mangle -S")).doesNotContain("TAPBOT-GATE");
    }

    private static void alone() {
        assertThat(other.reaches(lab.address(), 22)).isFalse();
        assertThat(other.reaches(lab.address(), 8081)).as("a container's port").isFalse();
        assertThat(lab.answers(22)).isTrue();
        lab.sh("for try in $(seq 100); do docker exec well true 2>/dev/null && exit 0; sleep 0.1; done; exit 1");
        assertThat(lab.answers(8081)).isTrue();
    }

    @Test
    void an_isolation_that_shuts_out_who_orders_it_is_taken_back() {
        Topology wrong = Topology.builder()
                .from(topology())
                .addressSets(topology().addressSets().stream()
                        .map(set -> set.name().value().equals("admins")
                                ? AddressSet.builder()
                                        .from(set)
                                        .blocks(List.of(WholeServer.ELSEWHERE))
                                        .build()
                                : set)
                        .toList())
                .build();
        Plan plan = runtime.incidents().plan(wrong, IncidentAction.isolate(), BOX);
        ApplyReport report = runtime.incidents()
                .apply(
                        wrong,
                        plan,
                        IncidentAction.isolate(),
                        BOX,
                        ApplyOptions.standard().confirmWithin(Duration.ofSeconds(8)));
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(other.reaches(lab.address(), 22)).isTrue();
        assertThat(lab.answers(22)).isTrue();
        assertThat(runtime.observe(topology()).servers().get(BOX.get(0)).incidents())
                .isEmpty();
    }

    @Test
    void administrators_and_the_servers_themselves_are_not_banned() {
        assertThat(runtime.incidents()
                        .plan(topology(), IncidentAction.ban(IpAddress.of("10.214.7.1")), BOX)
                        .toString())
                .startsWith("""
                Topology "lab-whole" has 1 error

                error TB5009  Would shut out the wrong ones
                  at ban:box/10.214.7.1
                  10.214.7.1 is one of those who administer the server.
                  Whoever lifts the ban has to come from there. Ban another address.
                """);
        assertThat(runtime.incidents()
                        .plan(topology(), IncidentAction.ban(IpAddress.of(lab.address())), BOX)
                        .toString())
                .contains("10.214.7.10 is server box of the same topology.");
    }

    @Test
    void a_locked_user_is_out_and_comes_back_with_what_is_declared() throws SshException {
        logsInAsGuest();
        lab.sh("docker run -d --name theirs -u $(id -u guest) --entrypoint sleep " + WholeServer.IMAGE + " 1000");
        lab.sh(
                "setsid runuser -u guest -- sleep 1000 >/dev/null 2>&1 & until [ $(pgrep -cx -u guest sleep) = 2 ]; do sleep 0.1; done");
        ordered(IncidentAction.lockUser(UserName.of("guest")));
        assertThat(lab.sh("ps -o args= -u guest | grep -c 'sleep 1000'; docker inspect -f '{{.State.Running}}' theirs"))
                .as("only the process of the container, whose number is by chance the same, goes on")
                .isEqualTo("1\ntrue\n");
        assertThatThrownBy(IntrusionOnEngineTest::logsInAsGuest).isInstanceOf(SshException.class);
        // Whoever gives it a key by other means does not let it in either: the account is shut.
        lab.sh("install -o guest -m 600 /root/.ssh/authorized_keys /home/guest/.ssh/authorized_keys");
        assertThatThrownBy(IntrusionOnEngineTest::logsInAsGuest).isInstanceOf(SshException.class);
        lab.sh("rm /home/guest/.ssh/authorized_keys");
        told("User guest is locked since ", "unlock-user guest");
        lab.restart();
        assertThatThrownBy(IntrusionOnEngineTest::logsInAsGuest).isInstanceOf(SshException.class);
        ordered(IncidentAction.unlockUser(UserName.of("guest")));
        logsInAsGuest();
        lab.sh("docker rm -f theirs");
    }

    @Test
    void a_user_cannot_make_its_lock_fail_by_what_it_puts_into_its_home_or_hide_what_it_runs() {
        lab.sh("docker run -d --name theirs -u $(id -u guest) --entrypoint sleep " + WholeServer.IMAGE + " 1000");
        lab.sh("runuser -u guest -- /bin/sh -c 'cd && rm -f .ssh/authorized_keys && mkdir -p .ssh/authorized_keys"
                + " && chmod 500 .ssh && chmod 0 .'");
        lab.sh("setsid runuser -u guest -- unshare -Urpf sleep 1000 >/dev/null 2>&1 &"
                + " until [ $(pgrep -cx -u guest sleep) = 2 ]; do sleep 0.1; done");
        ordered(IncidentAction.lockUser(UserName.of("guest")));
        assertThat(
                        lab.sh(
                                "ps -o args= -u guest | grep -c 'sleep 1000'; docker inspect -f '{{.State.Running}}' theirs; docker rm -f theirs"))
                .as("the container goes on, and what hides in a namespace of its own does not")
                .isEqualTo("1\ntrue\ntheirs\n");
        assertThatThrownBy(IntrusionOnEngineTest::logsInAsGuest).isInstanceOf(SshException.class);
        ordered(IncidentAction.unlockUser(UserName.of("guest")));
        ApplyReport report = runtime.apply(topology(), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        assertThatNoException().isThrownBy(IntrusionOnEngineTest::logsInAsGuest);
    }

    private static void logsInAsGuest() throws SshException {
        try (SshConnection connection =
                SshConnection.open(SshTarget.of("guest", lab.address(), HostKeys.trust(lab.hostKey()), lab.login()))) {
            assertThat(connection.run(CommandCall.of("id", "-un")).output().text())
                    .isEqualTo("guest\n");
        }
    }

    private static void ordered(IncidentAction action) {
        Plan plan = runtime.incidents().plan(topology(), action, BOX);
        assertThat(plan.changes()).as("%s", plan).hasSize(1);
        ApplyReport report = runtime.incidents()
                .apply(topology(), plan, action, BOX, ApplyOptions.standard().purpose(action.toString()));
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        assertThat(runtime.incidents().plan(topology(), action, BOX).isEmpty()).isTrue();
        assertThat(runtime.incidents().history(topology()).get(BOX.get(0)))
                .last()
                .satisfies(run -> {
                    assertThat(run.who()).isEqualTo(action + " by tester@lab");
                    assertThat(run.steps()).hasSize(1);
                    assertThat(run.steps().get(0).outcome()).isEqualTo("done");
                    assertThat(run.outcome()).contains("DONE");
                });
    }

    private static void told(String... words) {
        Plan plan = runtime.plan(topology());
        assertThat(plan.isEmpty()).as("%s", plan).isTrue();
        assertThat(plan.toString()).contains(words);
    }
}
