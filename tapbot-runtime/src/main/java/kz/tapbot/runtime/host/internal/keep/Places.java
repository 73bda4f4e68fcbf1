package kz.tapbot.runtime.host.internal.keep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.runtime.facts.Incident;

/** Where on a server things of ours are. */
public final class Places {

    /** What only root reads. */
    public static final String STATE = "/var/lib/tapbot/";

    /** Programs of Tapbot's. */
    public static final String LIB = "/usr/local/lib/tapbot/";

    /** Read first among the files beside it, and the first value wins (sshd_config(5)). */
    public static final String SSHD = "/etc/ssh/sshd_config.d/00-tapbot.conf";

    /** What the loader of the firewall reads, with the family's number behind it. */
    public static final String RULES = "/etc/tapbot/firewall.v";

    /** What the keeper of the gate reads, with the family's number behind it. */
    public static final String GATE = "/etc/tapbot/gate.v";

    /** How fail2ban shuts out, by the name that jails call it. */
    public static final String JAIL_ACTION = "/etc/fail2ban/action.d/tapbot.conf";

    /** Units that are not a package's. */
    public static final String UNITS = "/etc/systemd/system/";

    /** Keys for links, which are the server's own. */
    private static final String LINK_KEYS = STATE + "links/";

    /** The longest name of an interface (Linux, {@code IFNAMSIZ}). */
    private static final int LONGEST_INTERFACE = 15;

    private Places() {}

    /** The interface of a link. */
    public static String linkInterface(LinkName link) {
        String name = "wg-" + link;
        if (name.length() <= LONGEST_INTERFACE) {
            return name;
        }
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return String.format(java.util.Locale.ROOT, "wg-%08x", hash.getValue());
    }

    /** What a link is set from. */
    public static String linkSettings(LinkName link) {
        return "/etc/tapbot/links/" + linkInterface(link) + "/";
    }

    /** The file of a key, by link and number with a dot between. */
    public static String linkKey(String name) {
        return LINK_KEYS + name + ".key";
    }

    /** The sudo rules of a user. sudo passes over names with a dot, which no user's name has. */
    public static String sudo(String user) {
        return "/etc/sudoers.d/tapbot-" + user;
    }

    /** The settings of a jail, read after all of the package's (jail.conf(5)). */
    public static String jail(String name) {
        return "/etc/fail2ban/jail.d/tapbot-" + name + ".local";
    }

    /** A kernel setting at boot, read after 99-sysctl.conf (sysctl.d(5)). */
    public static String sysctl(String key) {
        return "/etc/sysctl.d/99-tapbot-" + key.replace('/', '.') + ".conf";
    }

    /** What is noted of a thing. */
    public static String noted(Address address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(address.toString().getBytes(StandardCharsets.UTF_8));
            return STATE + "manifest/" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The address without kind and server; of a file or directory its path. */
    public static String rest(Address address) {
        String rest = address.rest();
        return address.kind().equals("file") || address.kind().equals("directory") ? "/" + rest : rest;
    }

    /** The files that a thing consists of, beside what is noted of it. */
    static List<String> files(Address address) {
        String rest = rest(address);
        return switch (address.kind()) {
            case "file" -> List.of(rest);
            case "sudo" -> List.of(sudo(rest));
            case "sshd" -> List.of(SSHD);
            case "firewall" -> List.of(RULES + 4, RULES + 6);
            case Incident.BAN, Incident.ISOLATION -> List.of(GATE + 4, GATE + 6);
            case "jail" -> List.of(jail(rest));
            case "unit" -> List.of(UNITS + rest);
            case "sysctl" -> List.of(sysctl(rest));
            default -> List.of();
        };
    }

    /** Who has to be told when these files have changed; empty for nobody. */
    static String reader(Address address) {
        return switch (address.kind()) {
            case "sshd", "firewall" -> address.kind();
            case "user", Incident.USER_LOCK -> "account:" + rest(address);
            case Incident.BAN, Incident.ISOLATION -> "gate";
            case "jail" -> "jails";
            case "unit" -> "units";
            default -> "";
        };
    }
}
