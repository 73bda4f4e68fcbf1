package kz.tapbot.runtime.host;

import static kz.tapbot.runtime.host.HandMade.findings;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.compose.CompiledSource;
import kz.tapbot.runtime.compose.result.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system of a server that was found, and what keeps it. */
class SurveyedSystemTest {

    @TempDir
    Path folder;

    @Test
    void an_orderly_server_is_carried_over_whole() {
        Imported imported = new HandMade()
                .ipv6()
                .with("zone", "/usr/share/zoneinfo/Asia/Almaty")
                .with("swap", "Filename Type Size Used Priority\n/swapfile file 2097148 0 -2")
                .with("sysctl-own", "vm.overcommit_memory 1\nnet.ipv4.ip_local_port_range 32768\t60999")
                .with("jails", "sshd 3 900 86400 tapbot 127.0.0.0/8\nnginx-auth 5 600 3600 tapbot")
                .with(
                        "apt",
                        "APT::Periodic::Unattended-Upgrade \"1\";\nUnattended-Upgrade::Automatic-Reboot \"true\";\nUnattended-Upgrade::Automatic-Reboot-Time \"04:30\";")
                .imported();
        assertThat(findings(imported)).isEmpty();
        Server server = imported.topology().servers().get(0);
        assertThat(server.system()).contains(OperatingSystem.debian("12"));
        assertThat(server.size()).contains(new ServerSize(Cpus.cpus(2), DataSize.mib(3924), DataSize.mib(40188)));
        assertThat(server.ipv6()).contains(IpAddress.of("2001:db8::7"));
        assertThat(server.timeZone()).isEqualTo(ZoneId.of("Asia/Almaty"));
        assertThat(server.swap()).contains(DataSize.gib(2));
        assertThat(server.sysctl())
                .isEqualTo(Map.of("vm.overcommit_memory", "1", "net.ipv4.ip_local_port_range", "32768 60999"));
        assertThat(server.jails())
                .containsExactly(
                        Jail.of("nginx-auth"), new Jail("sshd", 3, Duration.ofMinutes(15), Duration.ofDays(1)));
        assertThat(server.updates().orElseThrow().rebootAt()).contains(LocalTime.of(4, 30));
        same(imported);
    }

    @Test
    void what_nobody_keeps_is_told() {
        Imported imported = new HandMade()
                .with("os", "ID=ubuntu\nVERSION_ID=\"18.04\"")
                .with("jails", "web 5 600 -1 iptables-multiport")
                .with("packages", "")
                .with("zone", "/usr/share/zoneinfo/right/Nowhere")
                .with("engine", "inactive\n")
                .with("unit backup.timer", "[Timer]\nOnCalendar=daily\n")
                .with("unit tapbot-undo.service", "")
                .publishes("web", "nginx:1.29.0", "80:80")
                .imported();
        assertThat(findings(imported)).containsExactly("""
                warning TB6201  Found and not carried over
                  at server:app
                  The server runs ubuntu 18.04, which Tapbot does not know.
                  It was read as if it were Debian; where it differs, the import may be wrong.
                  Move it to a release that Tapbot knows before you let it make changes there.""", """
                warning TB6201  Found and not carried over
                  at server:app
                  The time zone right/Nowhere is none that Java knows.
                  The source has UTC.
                  Say it in the source where it matters.""", """
                warning TB6201  Found and not carried over
                  at server:app
                  The jail web is not carried over. A jail has a short lower-case name, 1 to 1000 retries, a find time of 10 seconds or more, and bans for a minute to a year.
                  A server made from the source would be without it.
                  Say it in other numbers in the source.""", """
                warning TB6231  Nobody is shut out
                  at server:app
                  Nobody is shut out who fails to log in by SSH: fail2ban has no jail sshd that runs.
                  Passwords and keys can be tried for ever.
                  Declare it: .jail("sshd", j -> {}), with administeredFrom(…), so that it never shuts out yourself.""", """
                warning TB6232  Bans that containers do not notice
                  at server:app
                  Bans of the jails web do not hold for published ports of containers.
                  Who is banned for guessing passwords still reaches what containers publish.
                  Apply a declaration with these jails: Tapbot's bans hold before everything.""", """
                warning TB6233  No updates by themselves
                  at server:app
                  Security updates do not install themselves: unattended-upgrades is not there, or turned off.
                  A hole that everybody knows stays open until somebody thinks of it.
                  Declare them: .updates(u -> {}), with u.rebootAt("04:30") where it may restart for them.""", """
                warning TB6201  Found and not carried over
                  at server:app
                  There is a container engine, and it does not run.
                  What is on it is not known, and opens its ports when it starts.
                  Start it (systemctl start docker), and import again.""", """
                warning TB6201  Found and not carried over
                  at server:app
                  Units of the administrator's own are in /etc/systemd/system: backup.timer.
                  A server made from the source would be without them.
                  Put what they run into a container, or keep them by hand: Tapbot leaves them alone.""");
        same(imported);
    }

    /** Nothing that a server says steers a terminal, ends a comment or a string of the source, or makes the import fail. */
    @Test
    void a_hostile_server_says_what_it_likes() {
        String evil = "\u001b]0;owned\u0007*/\";System.exit(1);\\u000a\u202e${HOME}`id`";
        HandMade server = new HandMade();
        for (String part : new String[] {
            "os",
            "memory",
            "cpus",
            "disk",
            "users",
            "groups",
            "passwords",
            "expiry",
            "sshd",
            "jails",
            "packages",
            "apt",
            "zone",
            "swap",
            "sysctl-own",
            "sudo-all",
            "ufw-rules",
            "ufw-defaults",
            "rules4",
            "rules6",
            "nft",
            "listeners",
            "addresses",
            "root-keys",
            "engine"
        }) {
            server.with(part, evil + "\n" + evil.repeat(2_000));
        }
        server.with("ufw", "ENABLED=yes")
                .with("rules4", "-P INPUT DROP\n-A INPUT -j ufw-before-input\n" + evil)
                .with(
                        "ufw-rules",
                        "### tuple ### " + evil + "\n### tuple ### allow tcp 99999 0.0.0.0/0 any 0.0.0.0/0 in")
                .with("os", "ID=\"" + evil + "\"")
                .with("users", evil + ":x:1000:1000::/home/x:/bin/" + evil + "\nkim:x:1001:9:" + evil + ":/:/bin/sh")
                .with("groups", evil + ":x:9:kim")
                .with("keys kim", evil + "\nssh-ed25519 " + evil)
                .with("zone", "/usr/share/zoneinfo/" + evil)
                .with("sysctl-own", "kernel.x " + evil + "\n" + evil + " 1")
                .with("jails", evil.replace(" ", "") + " 5 600 3600 x")
                .with("sshd", "port " + evil + "\nallowusers " + evil)
                .with(
                        "listeners",
                        "tcp LISTEN 0 9 0.0.0.0:70000 0.0.0.0:* users:((\"x\",pid=1,fd=1))\ntcp LISTEN 0 9 0.0.0.0:7000 0.0.0.0:* users:((\""
                                + evil.replace("\"", "") + "\",pid=1,fd=1))")
                .with("unit " + evil, evil)
                .with(
                        "sudo-all",
                        "{\"User_Specs\":[{\"User_List\":[{\"username\":\"kim\"}],\"Cmnd_Specs\":[{\"Commands\":[{\"command\":\"/bin/x \\u001b]0;owned *\"}]}]}]}")
                .with("nft", "table inet " + evil);
        Imported imported = server.imported();
        assertThat(imported.source() + imported.findings()).isNotEmpty().doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(imported.findings().toString().length()).isLessThan(40_000);
        assertThat(imported.topology().servers().get(0).timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(imported.topology().servers().get(0).size()).isEqualTo(Optional.empty());
        same(imported);
    }

    private void same(Imported imported) {
        assertThat(CompiledSource.topology(imported, folder)).isEqualTo(imported.topology());
    }
}
