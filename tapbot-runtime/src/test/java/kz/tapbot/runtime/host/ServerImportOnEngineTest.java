package kz.tapbot.runtime.host;

import static kz.tapbot.TopologyRules.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabNeighbour;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.reach.Verdict;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violation;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.compose.CompiledSource;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on a real server is read, judged, and true. */
@OnEngine
class ServerImportOnEngineTest {

    private static final ServerName BOX = ServerName.of("box");

    /** A server as one is after two years of evenings: sentence by sentence what has happened to somebody. */
    private static final String BY_HAND = """
        set -e
        ufw allow 22/tcp >/dev/null
        ufw allow 80/tcp >/dev/null
        ufw allow proto tcp from 198.51.100.7 to any port 5432 >/dev/null
        ufw allow proto tcp from 198.51.100.0/24 to any port 9100 >/dev/null
        ufw --force enable >/dev/null
        printf 'PermitRootLogin yes\\nPasswordAuthentication yes\\n' >/etc/ssh/sshd_config.d/01-hand.conf
        systemctl reload ssh
        echo root:correct-horse | chpasswd
        useradd -m -s /bin/bash kim
        useradd -m -s /bin/bash monitor
        useradd -m -s /bin/bash -G docker builder
        for user in kim monitor; do install -D -m 600 -o $user /root/.ssh/authorized_keys /home/$user/.ssh/authorized_keys; done
        echo 'kim ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/kim
        echo 'monitor ALL=(root) NOPASSWD: /usr/bin/systemctl restart cron.service, /usr/bin/systemctl status *' \
            >/etc/sudoers.d/monitor
        systemctl -q disable --now fail2ban.service 2>/dev/null
        echo 'vm.overcommit_memory = 1' >/etc/sysctl.d/50-hand.conf
        listens='use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalPort => $ARGV[0], Listen => 9, ReuseAddr => 1) or die $!;
            while (my $c = $s->accept) { print $c "here\\n"; close $c }'
        docker run -d --restart always --name postgres -m 64m -p 5432:5432 -e POSTGRES_PASSWORD=correct-horse postgres:16.9 \
            perl -e "$listens" 5432 >/dev/null
        docker run -d --restart always --name redis -m 64m -p 6379:6379 redis:7.4.1 perl -e "$listens" 6379 >/dev/null
        docker run -d --restart always --name admin -m 64m -p 127.0.0.1:8080:8080 adminer:4.8.1 perl -e "$listens" 8080 >/dev/null
        for port in 80 9100 9200; do systemd-run -q perl -e "$listens" $port; done
        for try in $(seq 100); do [ "$(ss -Htln | grep -cE ':(80|9100|9200|5432|6379) ')" -ge 5 ] && break; sleep 0.1; done
        touch /root/before; sleep 0.1
        """;

    private static final String[] ACCIDENTS = {"""
        error TB6221  Root logs in with a password
          at user:box/root
          root may log in by SSH with a password, and has one.
          Robots guess it all day long, and whoever finds it owns the server.
          Put your key into /root/.ssh/authorized_keys, try it, and apply a declaration without passwordsToo(): sshd then takes keys only.""", """
        error TB6211  Container port past the firewall
          at service:box/postgres
          5432/tcp of the server is published by this container, and UFW is told to let in 198.51.100.7/32 only.
          The engine forwards it before UFW is asked: everybody reaches it. The source says so.
          Take the publication away if only other containers need it, have it listen on 127.0.0.1, or say in the source who may reach it (p -> p.from(…)): the firewall that Tapbot sets holds for containers, too.""", """
        error TB6211  Container port past the firewall
          at service:box/redis
          6379/tcp of the server is published by this container, and UFW is told to refuse it.
          The engine forwards it before UFW is asked: everybody reaches it. The source says so.
          Take the publication away if only other containers need it, have it listen on 127.0.0.1, or say in the source who may reach it (p -> p.from(…)): the firewall that Tapbot sets holds for containers, too.""", """
        error TB6222  User who is root
          at delegate:box/kim
          The user may run everything as root by sudo, without a password (NOPASSWD: ALL).
          Any program that the user runs, or that somebody slips to it, owns the server.
          Take the line away, and declare what the user may do: delegate("kim", d -> d.mayInspect().mayRestart(…)).""", """
        error TB6224  Line of sudo that gives more than it names
          at delegate:box/monitor
          The user may run this as root: /usr/bin/systemctl status *
          A wildcard matches spaces and slashes, too: whoever may say the rest of the line adds arguments of their own.
          Take the line away, and declare what the user may do: delegate("monitor", d -> d.mayInspect().mayRestart(…)).""", """
        error TB6222  User who is root
          at delegate:box/builder
          The user is in the group docker.
          Whoever may speak with the engine mounts the server's disk into a container, and is root.
          Take it away, and declare what the user may do: delegate("builder", d -> d.mayInspect().mayRestart(…)).""", """
        warning TB6231  Nobody is shut out
          at server:box
          Nobody is shut out who fails to log in by SSH: fail2ban has no jail sshd that runs.
          Passwords and keys can be tried for ever.
          Declare it: .jail("sshd", j -> {}), with administeredFrom(…), so that it never shuts out yourself.""", """
        warning TB6233  No updates by themselves
          at server:box
          Security updates do not install themselves: unattended-upgrades is not there, or turned off.
          A hole that everybody knows stays open until somebody thinks of it.
          Declare them: .updates(u -> {}), with u.rebootAt("04:30") where it may restart for them."""};

    @TempDir
    Path folder;

    @Test
    void a_server_made_by_hand_shows_its_accidents_and_a_knock_agrees() {
        try (LabServer lab = LabServer.start();
                LabNeighbour stranger = LabNeighbour.start(66)) {
            lab.image("postgres:16.9");
            lab.sh("docker tag postgres:16.9 redis:7.4.1; docker tag postgres:16.9 adminer:4.8.1");
            lab.sh(BY_HAND);
            Imported imported = imported(lab, "root");
            assertThat(HandMade.findings(imported)).containsExactly(ACCIDENTS);
            assertThat(imported.findings())
                    .extracting(found -> found.code().id() + " " + found.address())
                    .filteredOn(found -> found.startsWith("TB61"))
                    .containsExactly(
                            "TB6130 service:box/admin",
                            "TB6122 service:box/postgres",
                            "TB6130 service:box/postgres",
                            "TB6130 service:box/redis",
                            "TB6124 service:box/redis");
            assertThat(
                            lab.sh(
                                    "find /etc /home /root /usr /var/lib/tapbot /var/lib/dpkg -xdev -type f -newer /root/before 2>/dev/null || :"))
                    .as("files that the import has changed")
                    .isEmpty();
            agrees(imported.topology(), stranger, lab);
            judged(imported.topology());
            assertThat(imported.source()).doesNotContain("correct-horse");
            assertThat(CompiledSource.topology(imported, folder)).isEqualTo(imported.topology());
            assertThat(imported(lab, "kim").findings()).isEqualTo(imported.findings());
            assertThatThrownBy(() -> imported(lab, "monitor"))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(
                            "Server box lets us in as monitor, who may not become root there without a password (Doing nothing failed:"
                                    + " sudo: a password is required.). Most of what is to be read only root may read: log in as root.");
        }
    }

    /** What the topology says that was found, and what really answers. */
    private static void agrees(Topology found, LabNeighbour stranger, LabServer lab) {
        Reachability paper = Reachability.of(found);
        Source from = Source.address(IpAddress.of(stranger.address()));
        Map<Integer, Boolean> said = new TreeMap<>();
        Map<Integer, Boolean> tried = new TreeMap<>();
        for (int port : new int[] {22, 80, 5432, 6379, 8080, 9100, 9200}) {
            said.put(port, paper.ask(from, Target.port(BOX, Port.tcp(port))).verdict() == Verdict.OPEN);
            tried.put(port, stranger.reaches(lab.address(), port));
        }
        assertThat(said)
                .isEqualTo(tried)
                .isEqualTo(new TreeMap<>(
                        Map.of(22, true, 80, true, 5432, true, 6379, true, 8080, false, 9100, false, 9200, false)));
        assertThat(paper.ask(Source.INTERNET, Target.service(ServiceId.of("box/postgres")))
                        .toString())
                .isEqualTo("""
                        the Internet reaches service:box/postgres
                          at 5432/tcp of server:box
                            service:box/postgres publishes 5432/tcp to everybody""");
    }

    /** By the rules that are there, and by one of one's own. */
    private static void judged(Topology found) {
        assertThat(violated(found))
                .containsExactly(
                        "service:box/postgres is reached from the Internet at 5432/tcp of server:box",
                        "service:box/redis is reached from the Internet at 6379/tcp of server:box",
                        "server:box opens SSH to the whole Internet at 22/tcp of server:box",
                        "server:box lets people log in by password",
                        "service:box/admin has no health check",
                        "service:box/postgres has no health check",
                        "service:box/redis has no health check",
                        "server:box installs no updates by itself");
        TopologyRule known = users().should(Condition.that(
                "come with a key", user -> !user.delegate().keys().isEmpty(), user -> "has none"));
        assertThat(known.evaluate(found).violations())
                .extracting(Violation::text)
                .containsExactly("delegate:box/builder has none");
    }

    @Test
    void a_server_that_tapbot_made_is_read_as_it_was_declared_and_proves_what_a_finished_one_has_to() {
        try (LabServer lab = LabServer.start()) {
            lab.image(WholeServer.IMAGE);
            Topology declared = declared(lab);
            assertThat(WholeServer.runtime(lab)
                            .apply(declared, ApplyOptions.standard())
                            .outcome())
                    .isEqualTo(Outcome.DONE);
            Imported imported = imported(lab, "root");
            assertThat(imported.findings())
                    .extracting(found -> found.code().id())
                    .containsExactly("TB6233", "TB6202");
            assertThat(violated(imported.topology()))
                    .isEqualTo(violated(declared))
                    .containsExactly("server:box installs no updates by itself");
            Server found = imported.topology().servers().get(0);
            Server said = declared.servers().get(0);
            assertThat(found.delegates()).isEqualTo(said.delegates());
            assertThat(found.jails()).isEqualTo(said.jails());
            assertThat(found.sysctl()).isEqualTo(said.sysctl());
            assertThat(found.timeZone()).isEqualTo(said.timeZone());
            assertThat(exposed(imported.topology())).isEqualTo(exposed(declared));
            new WorkedOnByHand(lab, declared).isCaught();
        }
    }

    /** One of everything but packages from the archive. */
    private static Topology declared(LabServer lab) {
        Server whole = WholeServer.server(lab).build();
        return WholeServer.topology(
                Server.builder()
                        .from(whole)
                        .packages(List.of())
                        .updates(Optional.empty())
                        .addOpen(new FirewallRule(Port.tcp(9100), List.of(AddressSetName.of("admins")), "metrics"))
                        .services(List.of(Service.builder()
                                .from(whole.services().get(0))
                                .limits(Limits.builder()
                                        .memory(DataSize.mib(64))
                                        .build())
                                .publications(List.of(
                                        new Publication(Port.tcp(8081), 8080, Optional.empty(), List.of()),
                                        new Publication(
                                                Port.tcp(8082),
                                                8080,
                                                Optional.empty(),
                                                List.of(AddressSetName.of("admins")))))
                                .build()))
                        .build(),
                WholeServer.HERE);
    }

    /** Who reaches which port of the server, of all ports that are declared and one that is not. */
    private static Map<String, Verdict> exposed(Topology topology) {
        Reachability paper = Reachability.of(topology);
        Map<String, Verdict> all = new TreeMap<>();
        for (Source from : List.of(
                Source.INTERNET,
                Source.address(IpAddress.of("10.214.7.1")),
                Source.address(IpAddress.of("10.214.7.2")))) {
            for (Port port : List.of(
                    Port.tcp(22), Port.tcp(8081), Port.tcp(8082), Port.tcp(9100), Port.udp(514), Port.tcp(5000))) {
                all.put(
                        from + " " + port,
                        paper.ask(from, Target.port(BOX, port)).verdict());
            }
        }
        return all;
    }

    /** What breaks the standard rules. */
    private static List<String> violated(Topology topology) {
        return ReadyRules.standard().stream()
                .flatMap(rule -> rule.evaluate(topology).violations().stream())
                .map(Violation::text)
                .toList();
    }

    private static Imported imported(LabServer lab, String user) {
        return ServerImport.of(
                "ssh://" + user + "@" + lab.address() + "?key=" + lab.keyFile(),
                BOX,
                Optional.empty(),
                List.of(HostKeyFingerprint.of(lab.hostKey())));
    }
}
