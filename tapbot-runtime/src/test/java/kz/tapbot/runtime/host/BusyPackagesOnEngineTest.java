package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.apply.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Packages where somebody else is at work with them, has left them half done, or their source is away. */
@OnEngine
class BusyPackagesOnEngineTest {

    /** Holds a lock as apt and dpkg do, for so many seconds, as a process of that name. */
    private static final String HOLD = """
            cp /usr/bin/perl /usr/local/bin/daily-updates
            for lock in %1$s; do
                held=/run/held-$(echo "$lock" | tr / _)
                rm -f "$held"
                setsid daily-updates -MFcntl -e 'open(my $f, ">>", $ARGV[0]) or die; my $how = pack("s s l! l! i", F_WRLCK, 0, 0, 0, 0);
                    fcntl($f, F_SETLK, $how) or die $!; open(my $held, ">", $ARGV[2]); sleep $ARGV[1]' \\
                    "$lock" %2$s "$held" >/dev/null 2>&1 </dev/null &
                for try in $(seq 600); do [ ! -e "$held" ] || break; sleep 0.05; done
                [ -e "$held" ] || exit 1
            done
            """;

    private static final String UNFINISHED = """
            mkdir -p /root/broken/DEBIAN && cd /root
            printf 'Package: broken\\nVersion: 1\\nArchitecture: all\\nMaintainer: lab\\nDescription: broken\\n' >broken/DEBIAN/control
            printf '#!/bin/sh\\n[ ! -e /root/breaks ]\\n' >broken/DEBIAN/postinst && chmod 755 broken/DEBIAN/postinst && touch breaks
            dpkg-deb -b broken >/dev/null && dpkg --unpack broken.deb >/dev/null
            """;

    private static final String HALF_INSTALLED =
            "Packages are half installed there. On the server, \"dpkg --configure -a\" goes on with them and says what is in the way; then run again.";

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = WholeServer.runtime(lab);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void others_are_waited_for_and_what_they_left_half_done_is_told() {
        lab.sh("apt-get -qq update");
        lab.sh(HOLD.formatted("/var/lib/dpkg/lock-frontend /var/lib/apt/lists/lock /var/cache/apt/archives/lock", 4));
        assertThat(apply("bc").outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.holds("test -e /var/lib/dpkg/lock-frontend -a -e /var/cache/apt/archives/lock"))
                .isTrue();

        lab.sh(UNFINISHED);
        ChangeResult failed = failed("bc", "jq");
        assertThat(failed.why())
                .contains("Installing the package jq failed: dpkg: error processing package broken (--configure):.");
        assertThat(failed.lines()).last().isEqualTo(HALF_INSTALLED);
        lab.sh("rm /root/breaks && dpkg --configure -a");

        lab.sh("touch /var/lib/dpkg/updates/0001");
        failed = failed("bc", "jq", "pv");
        assertThat(failed.why())
                .contains(
                        "Installing the package pv failed: E: dpkg was interrupted, you must manually run 'dpkg --configure -a'"
                                + " to correct the problem.");
        assertThat(failed.lines()).last().isEqualTo(HALF_INSTALLED);
        lab.sh("rm /var/lib/dpkg/updates/0001");

        lab.sh("cp -a /etc/apt /root/apt && rm -rf /etc/apt/sources.list.d/*"
                + " && echo 'deb http://127.0.0.1:9/debian bookworm main' >/etc/apt/sources.list");
        failed = failed("bc", "jq", "pv");
        assertThat(failed.why().orElse(""))
                .startsWith(
                        "Installing the package pv failed: W: Failed to fetch http://127.0.0.1:9/debian/dists/bookworm/InRelease ");
        lab.sh("rm -r /etc/apt && mv /root/apt /etc/apt");
        assertThat(apply("bc", "jq", "pv").outcome()).isEqualTo(Outcome.DONE);
        assertThat(runtime.plan(topology("bc", "jq", "pv")).isEmpty()).isTrue();
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void who_holds_the_lock_for_longer_than_five_minutes_is_named() {
        lab.sh("apt-get -qq update");
        lab.sh(HOLD.formatted("/var/lib/dpkg/lock-frontend", 600));
        assertThat(failed("bc").why().orElse(""))
                .matches(
                        "Installing the package bc failed: E: Could not get lock /var/lib/dpkg/lock-frontend\\. It is held by process \\d+ \\(daily-updates\\)\\.");
        assertThat(lab.holds("pgrep daily-updates")).isTrue();
    }

    private Topology topology(String... packages) {
        return Topology.builder()
                .name(TopologyName.of("lab-packages"))
                .addServers(lab.declared("box")
                        .addAllPackages(
                                List.of(packages).stream().map(PackageName::of).toList())
                        .build())
                .build();
    }

    private ApplyReport apply(String... packages) {
        return runtime.apply(topology(packages), ApplyOptions.standard());
    }

    private ChangeResult failed(String... packages) {
        ApplyReport report = apply(packages);
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        return report.changes().stream()
                .filter(change -> change.outcome() == ChangeOutcome.FAILED)
                .findFirst()
                .orElseThrow();
    }
}
