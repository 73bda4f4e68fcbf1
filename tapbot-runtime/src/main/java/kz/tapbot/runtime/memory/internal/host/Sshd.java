package kz.tapbot.runtime.memory.internal.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The SSH daemon of a simulated host: of drop-ins in their order and the main file, the first value wins (sshd_config(5)). */
public final class Sshd {

    /** The file that is ours. */
    public static final String OURS = "/etc/ssh/sshd_config.d/00-tapbot.conf";

    private static final String DROP_INS = "/etc/ssh/sshd_config.d";
    private static final String MAIN = "/etc/ssh/sshd_config";
    private static final Map<String, String> DEFAULTS = Map.of(
            "port", "22",
            "permitrootlogin", "prohibit-password",
            "passwordauthentication", "yes",
            "pubkeyauthentication", "yes",
            "kbdinteractiveauthentication", "no",
            "permitemptypasswords", "no",
            "x11forwarding", "no",
            "maxauthtries", "6",
            "usepam", "yes",
            "allowtcpforwarding", "yes");
    private static final Set<String> SWITCHES = Set.of(
            "passwordauthentication",
            "pubkeyauthentication",
            "kbdinteractiveauthentication",
            "permitemptypasswords",
            "x11forwarding",
            "usepam");

    private final FileSystem files;

    /** What the files said when they were last read, since every login asks. */
    private List<String> understood = List.of();

    private SortedMap<String, String> settings = new TreeMap<>();

    Sshd(FileSystem files) {
        this.files = files;
        main("");
    }

    /** Has it listen on another port, as the provider of the machine set it. */
    void moveTo(int port) {
        main("Port " + port + "\n");
    }

    private void main(String more) {
        String text = "Include " + DROP_INS
                + "/*.conf\nKbdInteractiveAuthentication no\nUsePAM yes\nX11Forwarding yes\n" + more;
        files.write(MAIN, text.getBytes(UTF_8), 0644, 0);
    }

    /** All settings in effect, as {@code sshd -T} prints them. */
    public SortedMap<String, String> effective() {
        List<String> texts = new ArrayList<>();
        files.below(DROP_INS).forEach((path, node) -> {
            if (path.endsWith(".conf")) {
                texts.add(new String(node.bytes(), UTF_8));
            }
        });
        texts.add(files.text(MAIN).orElse(""));
        if (!texts.equals(understood)) {
            NavigableMap<String, String> all = new TreeMap<>();
            texts.forEach(text -> read(text, all));
            DEFAULTS.forEach(all::putIfAbsent);
            settings = Collections.unmodifiableSortedMap(all);
            understood = texts;
        }
        return settings;
    }

    /** Writes our settings; checked first, as {@code sshd -t} does. */
    public void write(SortedMap<String, String> settings) {
        StringBuilder text = new StringBuilder("# Written by Tapbot.\n");
        settings.forEach((key, value) -> {
            check(key, value);
            text.append(key).append(' ').append(value).append('\n');
        });
        files.write(OURS, text.toString().getBytes(UTF_8), 0600, 0);
    }

    /** Removes our settings. */
    public void remove() {
        files.remove(OURS);
    }

    /** The port it listens on. */
    public int port() {
        return Integer.parseInt(effective().getOrDefault("port", "22"));
    }

    /** Why a user cannot log in by key, if so. */
    public Optional<String> refuses(String user) {
        SortedMap<String, String> all = effective();
        if (!"yes".equals(all.get("pubkeyauthentication"))) {
            return Optional.of("sshd takes no keys (PubkeyAuthentication no)");
        }
        if (user.equals("root") && "no".equals(all.get("permitrootlogin"))) {
            return Optional.of("sshd does not let root log in (PermitRootLogin no)");
        }
        String allowed = all.get("allowusers");
        if (allowed != null && !Set.of(allowed.split(" +", -1)).contains(user)) {
            return Optional.of("sshd lets only " + allowed + " log in (AllowUsers)");
        }
        String keys = all.getOrDefault("authorizedkeysfile", ".ssh/authorized_keys");
        if (keys.startsWith("/nonexistent") || keys.equals("none")) {
            return Optional.of("sshd reads no keys (AuthorizedKeysFile " + keys + ")");
        }
        String listen = all.getOrDefault("listenaddress", "0.0.0.0");
        return listen.startsWith("127.") ? Optional.of("sshd listens on " + listen + " only") : Optional.empty();
    }

    private static void check(String key, String value) {
        boolean word = key.matches("[a-z0-9]+") && !value.isBlank() && value.indexOf('\n') < 0;
        boolean fits = !SWITCHES.contains(key) || value.equals("yes") || value.equals("no");
        boolean port = !key.equals("port") || value.matches("[1-9][0-9]{0,4}");
        if (!word || !fits || !port) {
            throw new OperationFailedException("sshd refuses the configuration: bad value \"" + value + "\" for " + key
                    + ". Nothing was changed.");
        }
    }

    private static void read(String text, SortedMap<String, String> into) {
        for (String line : text.split("\n", -1)) {
            String plain = line.trim();
            int space = plain.indexOf(' ');
            if (space > 0 && plain.charAt(0) != '#') {
                String key = plain.substring(0, space).toLowerCase(java.util.Locale.ROOT);
                if (!key.equals("include")) {
                    into.putIfAbsent(key, plain.substring(space + 1).trim());
                }
            }
        }
    }
}
