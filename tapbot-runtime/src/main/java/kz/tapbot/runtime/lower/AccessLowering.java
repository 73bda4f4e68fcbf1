package kz.tapbot.runtime.lower;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.resource.JailResource;
import kz.tapbot.runtime.resource.SshdResource;

/** How people get in by SSH, and who is shut out. */
final class AccessLowering {

    static final PackageName FAIL2BAN = PackageName.of("fail2ban");

    /** Debian has no /var/log/auth.log any more; the journal is read by this, which fail2ban only recommends. */
    static final PackageName JOURNAL_READER = PackageName.of("python3-systemd");

    private AccessLowering() {}

    static void lower(Site site) {
        SortedSet<Address> first = site.server().firewall() ? Site.set(site.firewall()) : Site.set();
        site.add(new SshdResource(site.name(), settings(site.server().ssh()), first));
        if (site.server().jails().isEmpty()) {
            return;
        }
        SortedSet<Cidr> ignored = ignored(site);
        SortedSet<Address> requires = Site.set(site.packageAddress(FAIL2BAN), site.packageAddress(JOURNAL_READER));
        for (Jail jail : site.server().jails()) {
            site.add(new JailResource(site.name(), jail, ignored, requires));
        }
    }

    /** Keywords of sshd_config(5). Root keeps its key, since Tapbot and administrators come as root. */
    private static SortedMap<String, String> settings(SshAccess ssh) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("port", Integer.toString(ssh.port()));
        if (ssh.keysOnly()) {
            settings.put("kbdinteractiveauthentication", "no");
            settings.put("passwordauthentication", "no");
            settings.put("permitemptypasswords", "no");
            settings.put("permitrootlogin", "prohibit-password");
            settings.put("pubkeyauthentication", "yes");
        }
        return settings;
    }

    /** Administrators, the machine itself, the other servers, and the inside of links are never banned. */
    private static SortedSet<Cidr> ignored(Site site) {
        SortedSet<Cidr> ignored =
                new TreeSet<>(site.estate().blocks(site.server().administeredFrom()));
        ignored.addAll(FirewallLowering.loopback());
        ignored.addAll(site.estate().addressesOfAll());
        for (Link link : site.estate().links(site.name())) {
            ignored.add(link.subnet());
        }
        return ignored;
    }
}
