package kz.tapbot.runtime.host;

import static kz.tapbot.runtime.host.HandMade.findings;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.compose.CompiledSource;
import kz.tapbot.runtime.compose.result.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what on a server that was found, and what of it is more than anybody meant. */
class SurveyedPeopleTest {

    private static final String USERS = """
        root:x:0:0:root:/root:/bin/bash
        toor:x:0:0::/root:/bin/sh
        postgres:x:105:115::/var/lib/postgresql:/bin/bash
        kim:x:1000:1000::/home/kim:/bin/bash
        monitor:x:1001:1001::/home/monitor:/bin/bash
        gone:x:1002:1002::/home/gone:/usr/sbin/nologin
        Weird.Name:x:1003:1003::/home/weird:/bin/bash
        """;

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD";

    @TempDir
    Path folder;

    @Test
    void exact_lines_of_sudo_become_rights_and_others_are_told() {
        Imported imported = new HandMade()
                .with("users", USERS.replaceAll("(?m)^(toor|Weird).*\n", ""))
                .with(
                        "groups",
                        "adm:x:4:monitor\nsystemd-journal:x:101:monitor\nsudo:x:27:kim\ndocker:x:110:kim\nwheel:x:120:kim")
                .with("expiry", "kim:\nmonitor:20820")
                .with("keys monitor", KEY + " monitor@laptop\n# old\ncommand=\"/bin/secret-thing\" " + KEY)
                .with(
                        "sudo-all",
                        sudo(
                                who("usergroup", "sudo", true, "ALL"),
                                who(
                                        "username",
                                        "monitor",
                                        false,
                                        "/usr/bin/systemctl --no-pager --no-ask-password restart cron.service",
                                        "/bin/systemctl restart nginx",
                                        "/usr/bin/systemctl status *",
                                        "/usr/bin/journalctl -u nginx",
                                        "/usr/bin/less /var/log/syslog",
                                        "/usr/sbin/iptables",
                                        "/opt/tools/",
                                        "/usr/bin/id -u",
                                        "/usr/local/sbin/tapbot-view ps"),
                                who("username", "backup", false, "/usr/bin/rsync")))
                .imported();
        assertThat(findings(imported)).containsExactly("""
                error TB6222  User who is root
                  at delegate:app/kim
                  The user is in the group docker.
                  Whoever may speak with the engine mounts the server's disk into a container, and is root.
                  Take it away, and declare what the user may do: delegate("kim", d -> d.mayInspect().mayRestart(…)).""", """
                warning TB6201  Found and not carried over
                  at delegate:app/kim
                  Groups of the user that Tapbot has no words for: wheel.
                  An apply of the source would take the user out of them.
                  Decide whether it needs them.""", """
                warning TB6223  User who becomes root
                  at delegate:app/kim
                  The user may run everything as root by sudo by its group sudo, with its password.
                  Whoever gets the password, or sits at the open session, owns the server.
                  Give root its own key, and declare what the user may do: delegate("kim", d -> d.mayInspect().mayRestart(…)).""", """
                error TB6224  Line of sudo that gives more than it names
                  at delegate:app/monitor
                  The user may run this as root: /usr/bin/systemctl status *
                  A wildcard matches spaces and slashes, too: whoever may say the rest of the line adds arguments of their own.
                  Take the line away, and declare what the user may do: delegate("monitor", d -> d.mayInspect().mayRestart(…)).""", """
                error TB6224  Line of sudo that gives more than it names
                  at delegate:app/monitor
                  The user may run this as root: /usr/bin/journalctl -u nginx
                  journalctl shows long output in a pager, from which any program can be started.
                  Take the line away, and declare what the user may do: delegate("monitor", d -> d.mayInspect().mayRestart(…)).""", """
                error TB6224  Line of sudo that gives more than it names
                  at delegate:app/monitor
                  The user may run this as root: /usr/bin/less /var/log/syslog
                  less runs other programs, or writes where it is told.
                  Take the line away, and declare what the user may do: delegate("monitor", d -> d.mayInspect().mayRestart(…)).""", """
                error TB6224  Line of sudo that gives more than it names
                  at delegate:app/monitor
                  The user may run this as root: /usr/sbin/iptables
                  It names a program without arguments, which allows any arguments.
                  Take the line away, and declare what the user may do: delegate("monitor", d -> d.mayInspect().mayRestart(…)).""", """
                error TB6224  Line of sudo that gives more than it names
                  at delegate:app/monitor
                  The user may run this as root: /opt/tools/
                  It names a directory: every program in it may be run.
                  Take the line away, and declare what the user may do: delegate("monitor", d -> d.mayInspect().mayRestart(…)).""", """
                warning TB6201  Found and not carried over
                  at delegate:app/monitor
                  Lines of sudo that Tapbot has no words for: /usr/bin/id -u.
                  A server made from the source would be without them.
                  Say what the user needs as mayInspect() or mayRestart(…), or have a service do it.""", """
                warning TB6201  Found and not carried over
                  at delegate:app/monitor
                  A key of the user is not carried over, since Tapbot takes keys without options and of today's kinds: with options, ssh-ed25519 AAAAC3NzaC1l…
                  An apply of the source would take it away.
                  Give it a key of its own kind in the source: type, base64 and a comment.""", """
                warning TB6201  Found and not carried over
                  at server:app
                  A line of sudo is for backup, who is no user with a shell: /usr/bin/rsync.
                  Whoever becomes that, or is put into that group, gets it.
                  Take it away if nobody needs it.""");
        Server server = imported.topology().servers().get(0);
        assertThat(server.delegates())
                .extracting(Delegate::name)
                .containsExactly(UserName.of("kim"), UserName.of("monitor"));
        Delegate monitor = server.delegates().get(1);
        assertThat(monitor.mayInspect()).isTrue();
        assertThat(monitor.mayRestart()).containsExactly(UnitName.of("cron.service"), UnitName.of("nginx.service"));
        assertThat(monitor.expires()).contains(LocalDate.of(2027, 1, 1));
        assertThat(monitor.keys()).containsExactly(SshPublicKey.of(KEY + " monitor@laptop"));
        assertThat(imported.source()).doesNotContain("secret-thing");
        same(imported);
    }

    @Test
    void whoever_is_root_by_another_way_is_told() {
        Imported imported = new HandMade()
                .with("users", USERS)
                .with("passwords", "root set\npostgres none\nkim set")
                .with(
                        "sshd",
                        "port 22\nport 2222\npermitrootlogin yes\npasswordauthentication no\nkbdinteractiveauthentication yes\nallowusers root\nallowusers kim\ngatewayports no")
                .with("sudo-all", sudo(who("username", "kim", false, "ALL")))
                .imported();
        assertThat(findings(imported)).containsExactly("""
                error TB6221  Root logs in with a password
                  at user:app/root
                  root may log in by SSH with a password, and has one.
                  Robots guess it all day long, and whoever finds it owns the server.
                  Put your key into /root/.ssh/authorized_keys, try it, and apply a declaration without passwordsToo(): sshd then takes keys only.""", """
                warning TB6201  Found and not carried over
                  at server:app
                  sshd is told what Tapbot has no words for: allowusers root, kim, port 22 and 2222.
                  A server made from the source would be without it.
                  Keep it in a file of its own below /etc/ssh/sshd_config.d; Tapbot leaves it alone.""", """
                error TB6222  User who is root
                  at user:app/toor
                  The account has the number 0: it is root by another name.
                  It is often what an intruder leaves behind.
                  Find out who made it, and remove it.""", """
                error TB6225  Account without a password
                  at user:app/postgres
                  The account has an empty password.
                  Whoever comes to a console, and where sshd or sudo allows it to them as well, needs nothing but the name.
                  Lock it: passwd -l postgres. Keys go on working.""", """
                error TB6222  User who is root
                  at delegate:app/kim
                  The user may run everything as root by sudo, without a password (NOPASSWD: ALL).
                  Any program that the user runs, or that somebody slips to it, owns the server.
                  Take the line away, and declare what the user may do: delegate("kim", d -> d.mayInspect().mayRestart(…)).""", """
                warning TB6201  Found and not carried over
                  at server:app
                  The user Weird.Name is not carried over. Not a user name (lower-case letters, digits, _ and -, 1 to 32, not root): "Weird.Name".
                  It stays on the server, with all that it may do.
                  Remove it by hand if nobody needs it.""");
        assertThat(imported.topology().servers().get(0).ssh().keysOnly()).isFalse();
        same(imported);
    }

    private void same(Imported imported) {
        assertThat(CompiledSource.topology(imported, folder)).isEqualTo(imported.topology());
    }

    private static String sudo(String... specs) {
        return "{\"User_Specs\":[" + String.join(",", specs) + "]}";
    }

    /** As cvtsudoers(1) prints a line. */
    private static String who(String kind, String name, boolean asked, String... commands) {
        List<String> all = List.of(commands).stream()
                .map(command -> "{\"command\":\"" + command + "\"}")
                .toList();
        return "{\"User_List\":[{\"" + kind + "\":\"" + name
                + "\"}],\"Cmnd_Specs\":[{\"runasusers\":[{\"username\":\"root\"}],"
                + (asked ? "" : "\"Options\":[{\"authenticate\":false}],") + "\"Commands\":[" + String.join(",", all)
                + "]}]}";
    }
}
