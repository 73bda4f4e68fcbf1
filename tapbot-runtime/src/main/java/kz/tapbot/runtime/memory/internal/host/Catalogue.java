package kz.tapbot.runtime.memory.internal.host;

import java.util.List;
import java.util.Map;

/** What packages bring, for those that bring more than programs. */
final class Catalogue {

    private static final Map<String, List<String>> UNITS = Map.ofEntries(
            Map.entry("auditd", List.of("auditd.service")),
            Map.entry("caddy", List.of("caddy.service")),
            Map.entry("chrony", List.of("chrony.service")),
            Map.entry("cron", List.of("cron.service")),
            Map.entry("docker-ce", List.of("docker.service", "docker.socket")),
            Map.entry("docker.io", List.of("docker.service", "docker.socket")),
            Map.entry("containerd.io", List.of("containerd.service")),
            Map.entry("fail2ban", List.of("fail2ban.service")),
            Map.entry("nftables", List.of("nftables.service")),
            Map.entry("nginx", List.of("nginx.service")),
            Map.entry("openssh-server", List.of("ssh.service", "ssh.socket")),
            Map.entry("postgresql", List.of("postgresql.service")),
            Map.entry("redis-server", List.of("redis-server.service")),
            Map.entry("rsyslog", List.of("rsyslog.service")),
            Map.entry(
                    "systemd",
                    List.of("systemd-timesyncd.service", "systemd-journald.service", "systemd-resolved.service")),
            Map.entry("ufw", List.of("ufw.service")),
            Map.entry("unattended-upgrades", List.of("unattended-upgrades.service")),
            Map.entry("apt", List.of("apt-daily.timer", "apt-daily-upgrade.timer", "apt-daily.service")),
            Map.entry("wireguard-tools", List.of("wg-quick@.service")),
            Map.entry("webmin", List.of("webmin.service")));

    /** Units that are brought but not started. */
    private static final List<String> LEFT_ALONE =
            List.of("nftables.service", "wg-quick@.service", "apt-daily.service");

    private Catalogue() {}

    /** The units of a package; for one that is not known here the unit of the same name. */
    static List<String> units(String name) {
        return UNITS.getOrDefault(name, List.of(name + ".service"));
    }

    /** The file in which a unit is told its port, for those whose port this simulation knows. */
    static String configuration(String unit) {
        return unit.equals("webmin.service") ? "/etc/webmin/miniserv.conf" : "/nowhere";
    }

    /** Whether a package certainly brings a unit. */
    static boolean isKnown(String name) {
        return UNITS.containsKey(name);
    }

    /** Whether a unit is started when its package is installed, as Debian's policy has it. */
    static boolean isStarted(String unit) {
        return !LEFT_ALONE.contains(unit);
    }
}
