package kz.tapbot.runtime.host.internal.act;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.Door;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.host.internal.look.SudoReading;
import kz.tapbot.runtime.resource.SudoResource;
import kz.tapbot.runtime.resource.UserResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Users, and what they may run as root. */
final class PeopleWork {

    /** Programs that start others themselves. This one takes nothing from its caller but words that it knows. */
    private static final String VIEW = "/usr/local/sbin/tapbot-view ";

    /** Of a command line that means itself to sudo: no pattern, no list, no reference to an alias. */
    private static final Pattern EXACT = Pattern.compile("/[A-Za-z0-9_@%+./-]+(?: [A-Za-z0-9_@%+=:,./-]+)*");

    private final Bench bench;

    PeopleWork(Bench bench) {
        this.bench = bench;
    }

    /** An account is shut on the day that useradd(8) is given; we name the last one on which it is not. */
    void put(UserResource user) {
        String name = user.name().value();
        bench.refuseOthers(user.address());
        boolean mayBeForeign = !bench.ours(user.address());
        bench.keyed();
        String keys = user.keys().stream().map(key -> key + "\n").collect(Collectors.joining());
        String expires = user.expires().map(last -> last.plusDays(1).toString()).orElse("");
        bench.bringUnlessForeign(
                bench.entry(user, true, Collections.emptySortedSet(), Collections.emptySortedMap()),
                "Setting the user " + name,
                steps -> {
                    if (mayBeForeign) {
                        steps.of("unless_known", name);
                    }
                },
                steps -> steps.of("user", name, String.join(",", user.groups()), expires, keys));
    }

    void put(SudoResource sudo) {
        String user = sudo.user().value();
        bench.refuseOthers(sudo.address());
        if (!bench.ours(sudo.address()) && inEffect().containsKey(user)) {
            throw bench.foreign(sudo.address());
        }
        byte[] rules = text(user, List.copyOf(sudo.commands())).getBytes(StandardCharsets.UTF_8);
        bench.bring(
                sudo,
                "Setting the sudo rules of " + user,
                steps -> steps.of("sudo", Places.sudo(user)).bytes(rules));
        SortedMap<String, String> more = inEffect().getOrDefault(user, new TreeMap<>());
        more.entrySet().removeAll(sudo.attributes(bench.contents()).entrySet());
        if (!more.isEmpty()) {
            throw new OperationFailedException("Setting the sudo rules of " + user
                    + " is not enough: another file below /etc/sudoers.d, or /etc/sudoers, lets " + user + " "
                    + String.join(", ", more.keySet()) + ". Take that away by hand.");
        }
    }

    /** What all files of sudo say together. */
    private SortedMap<String, SortedMap<String, String>> inEffect() {
        byte[] all = bench.link()
                .perform("Looking at sudo", Steps.looking().run("cvtsudoers", "-f", "json", "/etc/sudoers"));
        return SudoReading.of(new String(all, StandardCharsets.UTF_8));
    }

    /** Rules that sudo 1.9 and sudo-rs read alike. */
    private static String text(String user, List<String> commands) {
        StringBuilder out =
                new StringBuilder("# Written by Tapbot from the declaration; changes made here are lost.\n");
        out.append("Defaults:").append(user).append(" !setenv, env_reset, use_pty, ");
        out.append("secure_path=\"/usr/sbin:/usr/bin:/sbin:/bin\"\n");
        if (commands.contains(Door.PROGRAM)) {
            // What goes through it is no terminal's, and may be secret; the log of the undo names as whom we came.
            out.append("Defaults:").append(user);
            out.append(" !use_pty, !requiretty, !log_input, !log_output, env_keep += \"SSH_CLIENT\"\n");
        }
        for (String command : commands) {
            if (!EXACT.matcher(command).matches()) {
                throw new OperationFailedException("Setting the sudo rules of " + user
                        + " failed: not an exact command line of plain words: "
                        + kz.tapbot.runtime.spi.Cleaned.line(command) + ".");
            }
            out.append(user).append(" ALL=(root) NOPASSWD: ");
            if (!command.startsWith(VIEW) && !command.equals(Door.PROGRAM)) {
                out.append("NOEXEC: ");
            }
            out.append(command.replaceAll("([=:,])", "\\\\$1"));
            // A program alone would mean with any arguments.
            out.append(command.indexOf(' ') < 0 ? " \"\"\n" : "\n");
        }
        return out.toString();
    }
}
