package kz.tapbot.validate.internal.services;

import java.util.Set;
import kz.tapbot.model.service.Mount;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2310 and TB2311: directories that make a server what it is (hier(7)), and are no business of a container. */
final class HostPaths implements ServiceCheck {

    /** Only the directory itself counts: a single file below, such as /etc/localtime, is harmless. */
    private static final Set<String> WHOLE =
            Set.of("/", "/etc", "/usr", "/bin", "/sbin", "/lib", "/var", "/var/lib", "/home", "/proc", "/sys", "/dev");

    /** The directory and everything below it counts. */
    private static final Set<String> WITH_ALL_BELOW = Set.of(
            "/root",
            "/boot",
            "/etc/apt",
            "/etc/cron.d",
            "/etc/cron.daily",
            "/etc/cron.hourly",
            "/etc/docker",
            "/etc/pam.d",
            "/etc/profile.d",
            "/etc/ssh",
            "/etc/sudoers.d",
            "/etc/systemd",
            "/usr/bin",
            "/usr/lib",
            "/usr/local/bin",
            "/usr/local/sbin",
            "/usr/sbin",
            "/var/lib/containerd",
            "/var/lib/docker",
            "/var/spool/cron");

    private static final Set<String> FILES = Set.of("/etc/shadow", "/etc/passwd", "/etc/sudoers");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Mount mount : entry.service().mounts()) {
            if (mount.host().isPresent() && isServers(mount.host().get().value())) {
                tell(findings, entry, mount, mount.host().get().value());
            }
        }
    }

    private static boolean isServers(String path) {
        if (WHOLE.contains(path) || FILES.contains(path)) {
            return true;
        }
        for (String directory : WITH_ALL_BELOW) {
            if (path.equals(directory) || path.startsWith(directory + "/")) {
                return true;
            }
        }
        return false;
    }

    private static void tell(Findings findings, ServiceEntry entry, Mount mount, String path) {
        if (mount.readOnly()) {
            findings.add(
                    TopologyCode.HOST_PATH_READABLE,
                    entry.at("mounts." + mount.target(), "mounts"),
                    """
                    {} can read {} of its server.
                    Keys, password hashes and other services' data may lie there; the container can read what root can.
                    Mount only the directory that it needs, and keep it off the networks that strangers reach.
                    """,
                    entry.address(),
                    path);
        } else {
            findings.add(
                    TopologyCode.HOST_PATH_WRITABLE,
                    entry.at("mounts." + mount.target(), "mounts"),
                    """
                    {} can write to {} of its server.
                    Whoever takes over this container can change what the server runs, and so is root on it.
                    Give it a volume of its own, or mount read-only the one directory that it needs:
                        .mounts({}.volume("data"), "{}")
                    """,
                    entry.address(),
                    path,
                    Detail.variable(entry.server().name()),
                    mount.target());
        }
    }
}
