package kz.tapbot.runtime.host.internal.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The programs that Tapbot brings to a server, all for a POSIX shell: a bare Debian has nothing else. */
public final class HostScripts {

    /** Gives a user its keys, in both programs that do so. */
    private static final String GIVE_KEYS = read("keys.sh");

    /** Brings back what nobody has confirmed. */
    public static final String UNDO = withKeys(read("undo.sh"));

    /** Has it run at boot. */
    public static final String UNDO_UNIT = read("undo.service");

    /** Loads the rules of the firewall. */
    public static final String FIREWALL = read("firewall.sh");

    /** Has it run at boot. */
    public static final String FIREWALL_UNIT = read("firewall.service");

    /** Carries a link to other servers. */
    public static final String LINK = read("link.sh");

    /** Has it run from boot on. */
    public static final String LINK_UNIT = read("link.service");

    /** Has its rules set again when an engine has set its own. */
    public static final String LINK_RULES_UNIT = read("link-rules.service");

    /** Keeps out whom somebody has shut out. */
    public static final String GATE = read("gate.sh");

    /** Has it run at boot. */
    public static final String GATE_UNIT = read("gate.service");

    /** How fail2ban shuts out. */
    public static final String JAIL_ACTION = read("jail-action.conf");

    /** What is run for every request. */
    static final byte[] RUNNER = withKeys(read("runner.sh")).getBytes(StandardCharsets.UTF_8);

    private HostScripts() {}

    private static String withKeys(String program) {
        return program.replace("@give_keys@\n", GIVE_KEYS);
    }

    private static String read(String name) {
        try (InputStream in = HostScripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
