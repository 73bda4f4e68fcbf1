package kz.tapbot.examples.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.HostServiceRef;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/**
 * Servers with 47 facts each, as the Ansible playbook beside the benchmark says them too: 10 packages, 7 files, 6 directories, 5 kernel settings, 4 users with a key each, 4 openings of
 * the firewall, 2 units, 2 users' lines of sudo, time zone, sshd and a jail.
 */
final class RaceHosts {

    static final int FACTS = 47;

    private static final List<String> DIRECTORIES =
            List.of("/srv/race", "/srv/race/in", "/srv/race/out", "/srv/race/log", "/srv/race/tmp", "/var/lib/race");

    private static final Map<String, String> KERNEL = Map.of(
            "net.ipv4.tcp_syncookies", "2",
            "net.ipv4.conf.all.accept_redirects", "0",
            "net.ipv4.conf.all.send_redirects", "0",
            "net.ipv4.tcp_keepalive_time", "600",
            "net.ipv4.tcp_fin_timeout", "30");

    private RaceHosts() {}

    /**
     * The declaration.
     *
     * @param hosts of each server its address and the fingerprint of its host key, {@code 10.1.2.3=SHA256:…}
     */
    static Topology topology(List<String> hosts) {
        return Tapbot.topology("race", t -> {
            AddressSetRef admins = t.addresses("admins", "10.214.7.0/24");
            for (int i = 0; i < hosts.size(); i++) {
                server(t, "host-" + i, hosts.get(i).split("=", 2), admins);
            }
        });
    }

    private static void server(TopologySpec t, String name, String[] host, AddressSetRef admins) {
        var server = t.server(name, HostAddress.of(host[0]), s -> {
            s.debian("12")
                    .administeredFrom(admins)
                    .ssh(ssh -> ssh.hostKey(host[1]).keysOnly())
                    .system(system -> {
                        system.timeZone("Asia/Almaty").packages("tree", "bc", "less", "rsync");
                        KERNEL.forEach(system::sysctl);
                    })
                    .jail("sshd", jail -> jail.maxRetry(3))
                    .firewall(wall -> wall.opens(Port.tcp(80), "pages")
                            .opens(Port.tcp(443), "pages")
                            .opens(Port.tcp(8443), "panel", admins));
            people(s);
        });
        DIRECTORIES.forEach(server::directory);
        server.run("log", service("rsyslog", "/etc/rsyslog.d/6%d-race.conf", 4, "local%d.* /var/log/race-%1$d.log\n"));
        server.run("clock", service("cron", "/etc/cron.d/race-%d", 3, "%d 4 * * * root /usr/bin/true\n"));
    }

    private static void people(ServerSpec s) {
        for (int i = 0; i < 4; i++) {
            int number = i;
            s.delegate("race" + i, d -> {
                d.keys(key(number)).mayInspect();
                if (number < 2) {
                    d.mayRestart("rsyslog", "cron");
                }
            });
        }
    }

    /** Nobody has the other half of it. */
    static String key(int number) {
        return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyOfTheRaceNumber" + number + "NotARealOneAbcdefgh race"
                + number;
    }

    private static ServiceDefinition<HostServiceRef> service(String name, String path, int count, String text) {
        List<Integer> numbers = IntStream.rangeClosed(1, count).boxed().toList();
        return on -> on.hostService(
                on.name(name),
                PackageName.of(name),
                UnitName.of(name + ".service"),
                Port.udp(name.equals("cron") ? 1514 : 514),
                s -> numbers.forEach(number -> s.file(
                        HostPath.of(path.formatted(number)), Content.text(text.formatted(number)), FileMode.ALL_READ)));
    }

    /** What a file of the race reads. */
    static Stream<String> directories() {
        return DIRECTORIES.stream();
    }
}
