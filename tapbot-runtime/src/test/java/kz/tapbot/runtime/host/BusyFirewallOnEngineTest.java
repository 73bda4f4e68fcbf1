package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules of the firewall are set while somebody else changes the same chain, as the engine, UFW and fail2ban do. */
@OnEngine
class BusyFirewallOnEngineTest {

    private static final int THEIRS = 20;

    private final LabServer lab = LabServer.start();

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void no_rule_of_others_is_taken_away_while_ours_is_put_first() {
        AfterFault.isWhole("first", lab, SmallServer.runtime(lab), SmallServer.topology(lab, 0));
        lab.sh("for n in $(seq " + THEIRS + "); do iptables -w 10 -A INPUT -s 192.0.2.$n -j DROP; done");
        lab.sh("""
                (while [ ! -e /run/enough ]; do
                    iptables -w 10 -I INPUT 1 -s 203.0.113.9 -j DROP
                    iptables -w 10 -D INPUT -s 203.0.113.9 -j DROP
                done) &
                for n in $(seq 40); do /bin/sh /usr/local/lib/tapbot/firewall; done
                touch /run/enough
                wait
                /bin/sh /usr/local/lib/tapbot/firewall
                """);
        String theirs = IntStream.rangeClosed(1, THEIRS)
                .mapToObj(n -> "-A INPUT -s 192.0.2." + n + "/32 -j DROP\n")
                .collect(Collectors.joining());
        assertThat(lab.sh("iptables -S INPUT | grep '^-A' | grep -v 'f2b\\|ufw'"))
                .isEqualTo("-A INPUT -j TAPBOT-IN\n" + theirs);
    }
}
