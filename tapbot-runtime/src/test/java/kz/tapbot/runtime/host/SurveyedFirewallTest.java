package kz.tapbot.runtime.host;

import static kz.tapbot.runtime.host.HandMade.address;
import static kz.tapbot.runtime.host.HandMade.findings;
import static kz.tapbot.runtime.host.HandMade.port;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Verdict;
import kz.tapbot.runtime.compose.CompiledSource;
import kz.tapbot.runtime.compose.result.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reaches what on a server that was found, by what its firewall says and by what it does. */
class SurveyedFirewallTest {

    private static final String LISTENERS = """
        tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=1,fd=3))
        tcp LISTEN 0 128 [::]:22 [::]:* users:(("sshd",pid=1,fd=4))
        tcp LISTEN 0 128 *:9100 *:* users:(("node_exporter",pid=2,fd=3))
        tcp LISTEN 0 128 127.0.0.1:6060 0.0.0.0:* users:(("local",pid=3,fd=3))
        tcp LISTEN 0 128 [::1]:6061 [::]:* users:(("local",pid=3,fd=4))
        udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* users:(("systemd-resolve",pid=4,fd=3))
        udp UNCONN 0 0 0.0.0.0:68 0.0.0.0:* users:(("dhclient",pid=5,fd=3))
        udp UNCONN 0 0 [fe80::1]%eth0:546 [::]:* users:(("systemd-network",pid=6,fd=3))
        udp UNCONN 0 0 0.0.0.0:51820 0.0.0.0:*
        tcp LISTEN 0 128 0.0.0.0:5432 0.0.0.0:* users:(("docker-proxy",pid=7,fd=3))
        """;

    @TempDir
    Path folder;

    @Test
    void what_the_engine_publishes_past_ufw_is_open_to_everybody_and_told() {
        Imported imported = new HandMade()
                .ufw(
                        List.of(
                                "allow tcp 22 0.0.0.0/0 any 203.0.113.64/27 in",
                                "allow tcp 5432 0.0.0.0/0 any 198.51.100.7 in",
                                "allow tcp 80 0.0.0.0/0 any 0.0.0.0/0 in"),
                        List.of("allow tcp 80 ::/0 any ::/0 in"))
                .publishes("postgres", "postgres:16.9", "5432:5432")
                .publishes("web", "nginx:1.29.0", "80:80")
                .publishes("inner", "nginx:1.29.0", "127.0.0.1:8080:80")
                .imported();
        assertThat(findings(imported)).containsExactly("""
                error TB6211  Container port past the firewall
                  at service:app/postgres
                  5432/tcp of the server is published by this container, and UFW is told to let in 198.51.100.7/32 only.
                  The engine forwards it before UFW is asked: everybody reaches it. The source says so.
                  Take the publication away if only other containers need it, have it listen on 127.0.0.1, or say in the source who may reach it (p -> p.from(…)): the firewall that Tapbot sets holds for containers, too.""");
        assertThat(port(imported, Source.INTERNET, "5432/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, Source.INTERNET, "80/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, Source.INTERNET, "8080/tcp")).isEqualTo(Verdict.CLOSED);
        assertThat(port(imported, Source.INTERNET, "22/tcp")).isEqualTo(Verdict.CLOSED);
        assertThat(port(imported, address("203.0.113.70"), "22/tcp")).isEqualTo(Verdict.OPEN);
        same(imported);
    }

    @Test
    void without_a_firewall_whoever_listens_is_open_to_everybody() {
        Imported imported = new HandMade()
                .with("listeners", LISTENERS)
                .publishes("postgres", "postgres:16.9", "5432:5432")
                .imported();
        assertThat(findings(imported)).containsExactly("""
                warning TB6215  Program that listens to everybody
                  at server:app
                  Programs on the server itself listen on every address, and no firewall is before them: 9100/tcp (node_exporter), 51820/udp (somebody).
                  Whoever scans the Internet finds them.
                  Turn off what nobody needs, have it listen on 127.0.0.1, or say in the source who is to reach it.""");
        for (String open : List.of("22/tcp", "9100/tcp", "51820/udp", "5432/tcp")) {
            assertThat(port(imported, Source.INTERNET, open)).as(open).isEqualTo(Verdict.OPEN);
        }
        for (String closed : List.of("6060/tcp", "6061/tcp", "53/udp", "68/udp", "546/udp")) {
            assertThat(port(imported, Source.INTERNET, closed)).as(closed).isEqualTo(Verdict.CLOSED);
        }
        same(imported);
    }

    @Test
    void a_firewall_of_one_family_leaves_the_other_open() {
        Imported imported = new HandMade()
                .ipv6()
                .ufw(List.of("allow tcp 22 0.0.0.0/0 any 198.51.100.7 in"), List.of())
                .with("rules6", "-P INPUT ACCEPT")
                .with("listeners", LISTENERS)
                .imported();
        assertThat(findings(imported)).containsExactly("""
                error TB6213  IPv6 past the firewall
                  at server:app
                  UFW holds for IPv4 alone, and the server has an address of IPv6.
                  By IPv6 everybody reaches every program that listens there. The import takes these as open by IPv6.
                  Set IPV6=yes in /etc/default/ufw and run "ufw reload".""");
        assertThat(port(imported, address("192.0.2.9"), "9100/tcp")).isEqualTo(Verdict.CLOSED);
        assertThat(port(imported, address("2001:db8:9::1"), "9100/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("2001:db8:9::1"), "22/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("192.0.2.9"), "22/tcp")).isEqualTo(Verdict.CLOSED);
        same(imported);
    }

    @Test
    void rules_of_ufw_are_read_in_their_order_and_what_has_no_words_is_told() {
        Imported imported = new HandMade()
                .ipv6()
                .ufw(
                        List.of(
                                "limit tcp 22 0.0.0.0/0 any 0.0.0.0/0 in",
                                "deny tcp 8000 0.0.0.0/0 any 0.0.0.0/0 in",
                                "allow tcp 8000 0.0.0.0/0 any 198.51.100.7 in",
                                "allow tcp 8001,8003:8004 0.0.0.0/0 any 10.0.0.0/8 in comment=6f6666696365",
                                "allow tcp 443 0.0.0.0/0 any 0.0.0.0/0 Nginx%20HTTPS - in",
                                "allow any 9100 0.0.0.0/0 any 192.0.2.0/24 in",
                                "allow tcp 9000 0.0.0.0/0 any 0.0.0.0/0 in_eth1",
                                "deny tcp 443 0.0.0.0/0 any 192.0.2.66 in",
                                "allow any any 0.0.0.0/0 any 203.0.113.5 in",
                                "route:allow tcp 80 172.18.0.2 any 0.0.0.0/0 in",
                                "allow tcp 25 0.0.0.0/0 any 0.0.0.0/0 out"),
                        List.of("limit tcp 22 ::/0 any ::/0 in", "allow tcp 443 ::/0 any 2001:db8:5::/48 in"))
                .with("listeners", LISTENERS)
                .imported();
        assertThat(findings(imported)).containsExactly("""
                warning TB6201  Found and not carried over
                  at server:app
                  Rules of the firewall that Tapbot has no words for, or not for all of it: allow tcp 9000 0.0.0.0/0 any 0.0.0.0/0 in_eth1, deny tcp 443 0.0.0.0/0 any 192.0.2.66 in, route:allow tcp 80 172.18.0.2 any 0.0.0.0/0 in, allow tcp 25 0.0.0.0/0 any 0.0.0.0/0 out.
                  Where one opens something to fewer than the source says, the source says too much.
                  See with "reach" what the source opens, and change it there.""");
        assertThat(port(imported, Source.INTERNET, "22/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("198.51.100.7"), "8000/tcp")).isEqualTo(Verdict.CLOSED);
        for (String office : List.of("8001/tcp", "8003/tcp", "8004/tcp")) {
            assertThat(port(imported, address("10.1.2.3"), office)).as(office).isEqualTo(Verdict.OPEN);
        }
        assertThat(port(imported, address("10.1.2.3"), "8002/tcp")).isEqualTo(Verdict.CLOSED);
        assertThat(port(imported, address("192.0.2.9"), "443/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("2001:db8:5::1"), "443/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("2001:db8:6::1"), "443/tcp")).isEqualTo(Verdict.CLOSED);
        assertThat(port(imported, address("192.0.2.9"), "9100/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("203.0.113.5"), "9100/tcp")).isEqualTo(Verdict.OPEN);
        assertThat(port(imported, address("203.0.113.6"), "9100/tcp")).isEqualTo(Verdict.CLOSED);
        same(imported);
    }

    @Test
    void a_firewall_without_effect_is_none() {
        Imported unloaded = new HandMade()
                .ufw(List.of(), List.of())
                .with("rules4", "-P INPUT ACCEPT")
                .imported();
        assertThat(findings(unloaded)).containsExactly("""
                error TB6214  Firewall without effect
                  at server:app
                  UFW is set to be on, and its rules are not in the kernel.
                  Nothing is refused until it is loaded again, at the latest by the next boot.
                  Run "ufw reload" there, see by "ufw status verbose" that it is active, and import again.""");
        assertThat(unloaded.topology().servers().get(0).firewall()).isFalse();
        Imported lenient = new HandMade()
                .ufw(List.of(), List.of())
                .with("ufw-defaults", "DEFAULT_INPUT_POLICY=\"ACCEPT\"")
                .imported();
        assertThat(findings(lenient)).containsExactly("""
                error TB6214  Firewall without effect
                  at server:app
                  UFW is on, and lets in by default whatever no rule refuses.
                  Every program that listens, now or after the next package, is open to everybody.
                  Let SSH in first ("ufw allow from YOUR-ADDRESS to any port 22 proto tcp"), then run "ufw default deny incoming".""");
        assertThat(lenient.topology().servers().get(0).firewall()).isFalse();
    }

    @Test
    void what_leads_to_links_of_ours_is_no_rule_of_others() {
        Imported imported = new HandMade()
                .with(
                        "rules4",
                        "-P INPUT ACCEPT\n-N DOCKER-USER\n-N TAPBOT-tb-private\n-A DOCKER-USER -j TAPBOT-tb-private\n-A DOCKER-USER -j RETURN")
                .imported();
        assertThat(findings(imported)).isEmpty();
    }

    @Test
    void firewalls_of_others_are_told_and_taken_as_open() {
        Imported imported = new HandMade()
                .with(
                        "rules4",
                        "-P INPUT DROP\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\n-A DOCKER-USER -s 10.0.0.0/8 -j DROP")
                .with("nft", "table inet firewalld\ntable ip filter")
                .imported();
        assertThat(findings(imported)).containsExactly("""
                warning TB6212  Firewall that is not read
                  at server:app
                  There are rules for incoming packets that are neither UFW's nor Tapbot's.
                  They are not read. What they refuse is taken as open, which may be more than is.
                  Say in the source who is to reach what; the firewall that Tapbot sets comes before them.""", """
                warning TB6212  Firewall that is not read
                  at server:app
                  There are rules for published ports of containers (DOCKER-USER) that are not Tapbot's.
                  They are not read. What they refuse is taken as open, which may be more than is.
                  Say in the source who is to reach what; the firewall that Tapbot sets comes before them.""");
        Imported tables = new HandMade()
                .ufw(List.of(), List.of())
                .with("nft", "table ip filter\ntable ip6 nat\ntable inet mine")
                .imported();
        assertThat(findings(tables)).containsExactly("""
                warning TB6212  Firewall that is not read
                  at server:app
                  There are tables of nftables that are neither UFW's nor Tapbot's: table inet mine.
                  They are not read. What they refuse is taken as open, which may be more than is.
                  Say in the source who is to reach what; the firewall that Tapbot sets comes before them.""");
    }

    @Test
    void rules_of_fail2ban_are_no_firewall() {
        Imported imported = new HandMade()
                .with("rules4", "-P INPUT ACCEPT\n-N f2b-sshd\n-A INPUT -p tcp -m multiport --dports 22 -j f2b-sshd")
                .imported();
        assertThat(findings(imported)).isEmpty();
    }

    private void same(Imported imported) {
        assertThat(CompiledSource.topology(imported, folder)).isEqualTo(imported.topology());
    }
}
