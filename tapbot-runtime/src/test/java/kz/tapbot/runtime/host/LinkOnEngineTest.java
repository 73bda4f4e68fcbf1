package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.tapbot.docker.Listening;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.internal.access.SshTargets;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.ProvenClaim;
import kz.tapbot.runtime.prove.Verdict;
import kz.tapbot.ssh.SshLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two bare servers with a link between them, over which one service reaches two others and nothing else reaches anything. */
@OnEngine
class LinkOnEngineTest {

    private static final String IMAGE = "tapbot-test/well:1.0.0";
    private static final AddressSetName ADMINS = AddressSetName.of("admins");

    private static final String SAYS = """
        use IO::Socket::INET; $SIG{TERM} = sub { exit 0 };
        my $s = IO::Socket::INET->new(LocalPort => $ARGV[0], Listen => 9, ReuseAddr => 1) or die $!;
        while (my $c = $s->accept) { print $c "$ARGV[1]\\n"; close $c }
        """;

    private static final String ASKS =
            "use IO::Socket::INET; my $s = IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1], Timeout => 2) or exit 7; print <$s>";

    /** Notes the longest time, in seconds, between two answers. */
    private static final String ASKS_AGAIN_AND_AGAIN = """
            use IO::Socket::INET; my ($last, $longest) = (time, 0);
            while (1) {
                if (my $s = IO::Socket::INET->new(PeerAddr => "postgres", PeerPort => 5432, Timeout => 1)) {
                    my $now = time; $longest = $now - $last if $now - $last > $longest; $last = $now;
                    open my $f, ">", "/longest.new"; print $f $longest; close $f; rename "/longest.new", "/longest";
                }
                select undef, undef, undef, 0.05;
            }""";

    /** iptables, and after each call somebody else, who has a rule of his own set first, and looks whether all that is forwarded is still judged. */
    private static final String WATCHED = """
            #!/bin/sh
            /usr/sbin/iptables "$@"
            status=$?
            case "$*" in *'-S INPUT') /usr/sbin/iptables -I INPUT 1 -s 192.0.2.9 -j RETURN ;; esac
            /usr/sbin/iptables -C FORWARD -j DOCKER-USER 2>/dev/null || echo open >>/root/open
            exit $status
            """;

    private final LabServer app = LabServer.start();
    private final LabServer data = app.another();
    private final TapbotRuntime runtime = TapbotRuntime.builder()
            .driver(new HostDriver(server -> SshTargets.declared(login(server)).apply(server)))
            .environment(name -> null)
            .who("tester@lab")
            .build();

    private SshLogin login(Server server) {
        return server.name().value().equals("app") ? app.login() : data.login();
    }

    @AfterEach
    void end() {
        data.close();
        app.close();
    }

    @Test
    void a_link_carries_what_is_declared_and_nothing_else_until_it_is_gone() {
        app.image(IMAGE);
        data.image(IMAGE);
        applied(declared(1));
        onlyWhatIsDeclaredPasses();
        nothingElsePasses();
        proved(declared(1));
        keysStayWhereTheyWereMade();
        rulesOfOthersStayAndOursAreNeverAway();
        namesStayOnAFullDisk();
        oneThatIsNotKnownByNameComesLater();

        data.sh("sed 's/wg-private$/wg-private-too/' /etc/hosts >/tmp/hosts && cat /tmp/hosts >/etc/hosts");
        assertThat(changed(runtime.plan(declared(1)))).contains("link:data/private");
        app.sh(
                "wg set wg-private peer $(wg genkey | wg pubkey) allowed-ips 10.99.0.77/32 && iptables -I DOCKER-USER 1 -j ACCEPT");
        data.sh("wg set wg-private peer $(wg show wg-private peers) allowed-ips 10.99.0.1/32");
        app.sh("(umask 077; wg genkey >/var/lib/tapbot/links/private.1.key)");
        assertThat(changed(runtime.plan(declared(1))))
                .containsExactly("firewall:app", "link-key:app/private.1", "link:app/private", "link:data/private");
        applied(declared(1));
        assertThat(data.sh("grep tapbot /etc/hosts"))
                .isEqualTo(
                        "10.99.0.1 app.private.internal # tapbot wg-private-too\n10.99.0.1 app.private.internal # tapbot wg-private\n");
        data.sh("grep -v wg-private-too /etc/hosts >/tmp/hosts && cat /tmp/hosts >/etc/hosts");

        data.restart();
        app.sh("systemctl restart docker");
        running();
        assertThat(runtime.plan(declared(1)).changes()).isEmpty();
        onlyWhatIsDeclaredPasses();

        String before = app.sh("wg show wg-private public-key") + data.sh("wg show wg-private public-key");
        Plan rotation = runtime.plan(declared(2));
        assertThat(changed(rotation))
                .containsExactly(
                        "link-key:app/private.2",
                        "link-key:data/private.2",
                        "link:app/private",
                        "link:data/private",
                        "link-key:app/private.1",
                        "link-key:data/private.1");
        app.sh("docker exec -d n8n perl -e '" + ASKS_AGAIN_AND_AGAIN + "'");
        applied(declared(2));
        assertThat(Integer.parseInt(app.sh("docker exec n8n cat /longest"))).isLessThan(15);
        onlyWhatIsDeclaredPasses();
        assertThat(app.sh("wg show wg-private public-key") + data.sh("wg show wg-private public-key"))
                .doesNotContain(before.lines().toList());
        assertThat(app.sh("ls /var/lib/tapbot/links")).isEqualTo("private.2.key\n");

        applied(topology(List.of()));
        for (LabServer server : List.of(app, data)) {
            assertThat(server.holds("ip link show wg-private")).isFalse();
            assertThat(
                            server.sh(
                                    "iptables -S; ip6tables -S; iptables -t nat -S; cat /etc/hosts; docker network ls; ls /var/lib/tapbot/links"))
                    .doesNotContain("wg-private", "private.internal", "link-private", ".key");
        }
    }

    private void running() {
        app.sh("for try in $(seq 100); do docker exec n8n true 2>/dev/null && exit 0; sleep 0.1; done; exit 1");
        data.sh(
                "for try in $(seq 100); do docker exec postgres true 2>/dev/null && docker exec directus true 2>/dev/null && exit 0; sleep 0.1; done; exit 1");
        app.sh(
                "for try in $(seq 100); do"
                        + " [ \"$(($(date +%s) - $(wg show wg-private latest-handshakes | cut -f2)))\" -lt 30 ] && exit 0; sleep 0.1; done; exit 1");
    }

    private void onlyWhatIsDeclaredPasses() {
        assertThat(from("n8n", "data.private.internal", 5432)).isEqualTo("postgres\n");
        assertThat(from("n8n", "data.private.internal", 8055)).isEqualTo("directus\n");
        assertThat(from("n8n", "postgres", 5432)).isEqualTo("postgres\n");
        for (int port : new int[] {5432, 8055}) {
            assertThat(from("other", "10.99.0.2", port)).isEqualTo("closed\n");
            assertThat(app.sh("perl -e '" + ASKS + "' data.private.internal " + port + " || echo closed"))
                    .isEqualTo("closed\n");
        }
    }

    private void nothingElsePasses() {
        assertThat(from("n8n", "data.private.internal", 22)).isEqualTo("closed\n");
        assertThat(app.sh("perl -e '" + ASKS + "' 10.99.0.2 22 || echo closed")).isEqualTo("closed\n");
        assertThat(data.sh("perl -e '" + ASKS + "' app.private.internal 22 || echo closed"))
                .isEqualTo("closed\n");
        assertThat(app.answers(5432) || data.answers(5432) || data.answers(8055))
                .isFalse();
    }

    private String from(String container, String host, int port) {
        return app.sh("docker exec " + container + " perl -e '" + ASKS + "' " + host + " " + port + " || echo closed");
    }

    private void proved(Topology declared) {
        ProofReport proof = runtime.prove(declared);
        assertThat(proof.claims()).as("%s", proof).noneMatch(claim -> claim.verdict() == Verdict.BROKEN);
        assertThat(proof.claims())
                .filteredOn(
                        claim -> claim.about().toString().equals("link:private") && claim.verdict() == Verdict.HOLDS)
                .extracting(ProvenClaim::sentence)
                .containsExactly(
                        "Server data answers over link private.",
                        "n8n reaches directus of server data on 8055/tcp over link private.",
                        "Nobody else here reaches directus of server data on 8055/tcp over link private (2 tried).",
                        "n8n reaches postgres of server data on 5432/tcp over link private.",
                        "Nobody else here reaches postgres of server data on 5432/tcp over link private (2 tried).",
                        "Server app answers over link private.");
    }

    private void keysStayWhereTheyWereMade() {
        String key = app.sh("cat /var/lib/tapbot/links/private.1.key").strip();
        assertThat(app.sh("stat -c '%a %u' /var/lib/tapbot/links/private.1.key"))
                .isEqualTo("600 0\n");
        assertThat(app.sh("grep -rlF '" + key + "' /var/lib/tapbot /etc /usr/local 2>/dev/null"))
                .isEqualTo("/var/lib/tapbot/links/private.1.key\n");
        assertThat(data.holds("grep -rqF '" + key + "' /var/lib/tapbot /etc")).isFalse();
        assertThat(runtime.plan(declared(2)) + "" + runtime.observe(declared(1)))
                .doesNotContain(key);
    }

    private void rulesOfOthersStayAndOursAreNeverAway() {
        app.sh("mkdir /root/watched && cat >/root/watched/iptables <<'END'\n" + WATCHED + "END\n"
                + "chmod 755 /root/watched/iptables && sed 's#^PATH=#&/root/watched:#' /usr/local/lib/tapbot/link >/root/watched/link"
                + " && iptables -A FORWARD -j DOCKER-USER && iptables -D FORWARD -j DOCKER-USER"
                + " && iptables -D INPUT -j TAPBOT-wg-private-IN"
                + " && iptables -A INPUT -s 192.0.2.8 -j RETURN && iptables -A INPUT -j TAPBOT-wg-private-IN");
        app.sh("/bin/sh /root/watched/link rules wg-private");
        assertThat(app.holds("cat /root/open")).isFalse();
        assertThat(app.sh("iptables -S FORWARD | sed -n 2p; iptables -S INPUT | grep -E '192.0.2|TAPBOT'"))
                .isEqualTo("""
                        -A FORWARD -j DOCKER-USER
                        -A INPUT -s 192.0.2.9/32 -j RETURN
                        -A INPUT -j TAPBOT-wg-private-IN
                        -A INPUT -j TAPBOT-IN
                        -A INPUT -s 192.0.2.8/32 -j RETURN
                        """);
        app.sh("iptables -D INPUT -s 192.0.2.8 -j RETURN && iptables -D INPUT -s 192.0.2.9 -j RETURN");
    }

    private void namesStayOnAFullDisk() {
        String names = app.sh("cat /etc/hosts");
        assertThat(app.holds("(ulimit -f 0; /bin/sh /usr/local/lib/tapbot/link load wg-private)"))
                .isFalse();
        assertThat(app.sh("cat /etc/hosts; ls -A /etc | grep '^.tapbot' || true"))
                .isEqualTo(names);
    }

    private void oneThatIsNotKnownByNameComesLater() {
        app.sh(
                "echo peer $(wg genkey | wg pubkey) third.invalid:51820 10.99.0.3/32 >>/etc/tapbot/links/wg-private/settings"
                        + " && /bin/sh /usr/local/lib/tapbot/link load wg-private");
        assertThat(app.sh("wg show wg-private endpoints | cut -f2 | sort"))
                .isEqualTo("(none)\n" + data.address() + ":51820\n");
        assertThat(from("n8n", "postgres", 5432)).isEqualTo("postgres\n");
        app.sh("echo 192.0.2.7 third.invalid >>/etc/hosts");
        app.sh(
                "for try in $(seq 300); do wg show wg-private endpoints | grep -qF 192.0.2.7:51820 && exit 0; sleep 0.1; done; exit 1");
    }

    private static List<String> changed(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.address().toString())
                .toList();
    }

    private void applied(Topology declared) {
        ApplyReport report = runtime.apply(declared, ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        Plan again = runtime.plan(declared);
        assertThat(again.isEmpty()).as("%s", again).isTrue();
    }

    private Topology declared(int keys) {
        return topology(List.of(Link.builder()
                .name(LinkName.of("private"))
                .addServers(ServerName.of("app"), ServerName.of("data"))
                .subnet(Cidr.of("10.99.0.0/24"))
                .keys(keys)
                .addPermits(
                        new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/postgres"), 5432),
                        new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/directus"), 8055))
                .build()));
    }

    private Topology topology(List<Link> links) {
        return Topology.builder()
                .name(TopologyName.of("lab-linked"))
                .addAddressSets(AddressSet.builder()
                        .name(ADMINS)
                        .addBlocks(WholeServer.HERE)
                        .build())
                .addServers(
                        app.declared("app")
                                .addAdministeredFrom(ADMINS)
                                .addNetworks(network("web", false))
                                .addServices(service("app", "n8n", "web", 5678), service("app", "other", "web", 80))
                                .build(),
                        data.declared("data")
                                .addAdministeredFrom(ADMINS)
                                .addNetworks(network("web", false), network("database", true))
                                .addServices(
                                        service("data", "postgres", "database", 5432),
                                        service("data", "directus", "web", 8055))
                                .build())
                .links(links)
                .build();
    }

    private static Network network(String name, boolean internal) {
        return Network.builder().name(NetworkName.of(name)).internal(internal).build();
    }

    private static Service service(String server, String name, String network, int port) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(Image.of(IMAGE))
                .command(Command.of("perl", "-e", SAYS, Integer.toString(port), name))
                .addListens(Port.tcp(port))
                .healthCheck(new HealthCheck(
                        Listening.at(port), Duration.ofSeconds(1), Duration.ofSeconds(2), 2, Duration.ZERO))
                .addNetworks(Attachment.to(new NetworkId(ServerName.of(server), NetworkName.of(network))))
                .build();
    }
}
