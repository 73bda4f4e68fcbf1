package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.host.internal.look.FirewallRules;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Ipv6Network;
import org.junit.jupiter.api.Test;

/** The rules of the firewall that keep networks with IPv6 apart, which the engine does by IPv4 only. */
class NetworksApartTest {

    private static final String APART = "-A TAPBOT-FWD -d fd15:2::/64 -i br-+ -j DROP\n";
    private static final FirewallResource FIREWALL = new FirewallResource(
            ServerName.of("box"),
            new TreeSet<>(),
            new TreeSet<>(List.of(
                    new Ipv6Network(Cidr.of("fd15:1::/64"), true), new Ipv6Network(Cidr.of("fd15:2::/64"), false))),
            new TreeSet<>());

    @Test
    void they_come_before_all_that_leaves_a_bridge_is_let_pass() {
        assertThat(FirewallRules.restore(FIREWALL, true)).isEqualTo("""
                # Written by Tapbot from the declaration; changes made here are lost.
                *filter
                :TAPBOT-IN - [0:0]
                :TAPBOT-FWD - [0:0]
                -A TAPBOT-FWD -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN
                -A TAPBOT-FWD -s fd15:1::/64 -d fd15:1::/64 -j RETURN
                -A TAPBOT-FWD -s fe80::/10 -d fd15:1::/64 -j RETURN
                -A TAPBOT-FWD -s fd15:1::/64 -d fe80::/10 -j RETURN
                -A TAPBOT-FWD -s fd15:1::/64 -d ff00::/8 -j RETURN
                -A TAPBOT-FWD -s fd15:1::/64 -j DROP
                -A TAPBOT-FWD -d fd15:1::/64 -i docker0 -j DROP
                -A TAPBOT-FWD -d fd15:1::/64 -i br-+ -j DROP
                -A TAPBOT-FWD -s fd15:2::/64 -d fd15:2::/64 -j RETURN
                -A TAPBOT-FWD -s fe80::/10 -d fd15:2::/64 -j RETURN
                -A TAPBOT-FWD -d fd15:2::/64 -i docker0 -j DROP
                -A TAPBOT-FWD -d fd15:2::/64 -i br-+ -j DROP
                -A TAPBOT-IN -i lo -j RETURN
                -A TAPBOT-IN -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN
                -A TAPBOT-IN -p ipv6-icmp -j RETURN
                -A TAPBOT-IN -s fe80::/10 -p udp -m udp --dport 546 -j RETURN
                -A TAPBOT-FWD -i docker0 -j RETURN
                -A TAPBOT-FWD -i br-+ -j RETURN
                -A TAPBOT-IN -j DROP
                -A TAPBOT-FWD -o docker0 -j DROP
                -A TAPBOT-FWD -o br-+ -j DROP
                COMMIT
                """);
        assertThat(FirewallRules.restore(FIREWALL, false)).doesNotContain("fd15");
    }

    @Test
    void what_is_in_effect_is_told_as_it_was_written() {
        assertThat(read(FirewallRules.restore(FIREWALL, true))).isEqualTo(FirewallRules.compared(FIREWALL));
    }

    @Test
    void a_rule_that_is_gone_or_comes_too_late_is_told_of() {
        String rules = FirewallRules.restore(FIREWALL, true);
        assertThat(read(rules.replace(APART, ""))).containsEntry("network fd15:2::/64", "not as it was");
        SortedMap<String, String> networks = new TreeMap<>();
        assertThat(FirewallRules.read(
                        inEffect(FirewallRules.restore(FIREWALL, false)),
                        inEffect(rules.replace(APART, "")) + APART,
                        networks))
                .contains("networks are kept apart too late by IPv6");
    }

    private static SortedMap<String, String> read(String six) {
        SortedMap<String, String> networks = new TreeMap<>();
        assertThat(FirewallRules.read(inEffect(FirewallRules.restore(FIREWALL, false)), inEffect(six), networks))
                .isEmpty();
        return networks;
    }

    private static String inEffect(String rules) {
        return "-A INPUT -j TAPBOT-IN\n-A FORWARD -j DOCKER-USER\n-A DOCKER-USER -j TAPBOT-FWD\n" + rules;
    }
}
