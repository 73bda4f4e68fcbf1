package kz.tapbot.runtime.host.internal.survey;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * What a proof looks at beyond a survey. Every text in it is safe to show.
 *
 * @param passwordsOf in which cases sshd takes passwords of some visitors
 * @param links the ports of links that are up
 * @param schedules files that have something run at its time and that came with no package
 * @param readable files with secrets that everybody on the server reads
 * @param searched whether all was gone through for such files within the time there is for it
 * @param journal where the journal is written; absent if it is not
 * @param dumps what is done with the memory of a program that crashed: {@code fs.suid_dumpable} and {@code kernel.core_pattern}; absent if it is not told
 */
public record Examination(
        List<String> passwordsOf,
        SortedSet<Port> links,
        List<String> schedules,
        List<FileMode> readable,
        boolean searched,
        Optional<String> journal,
        Optional<Dumps> dumps) {

    private static final Pattern PORT = Pattern.compile("(?m)^port (\\d{1,5})$");
    private static final Pattern DUMPS = Pattern.compile("([0-9]{1,3})(?:\n(.*))?", Pattern.DOTALL);
    private static final int MOST = 500;

    /**
     * What is done with the memory of a program that crashed (core(5)).
     *
     * @param mode of one that ran with other rights than those of who started it
     * @param pattern where to
     */
    public record Dumps(int mode, String pattern) {

        private static final int OF_WHO_STARTED_IT = 1;
        private static final int OF_ROOT = 2;

        /** Whether somebody else than root reads it (proc_sys_fs(5)): with 2, a relative path leads to where who started it likes. */
        boolean isWrong() {
            return mode == OF_WHO_STARTED_IT
                    || mode == OF_ROOT && !pattern.startsWith("/") && !pattern.startsWith("|")
                    || mode > OF_ROOT;
        }

        @Override
        public String toString() {
            return "fs.suid_dumpable " + mode + (mode == OF_ROOT ? " with kernel.core_pattern " + pattern : "");
        }
    }

    /** Of what a server said. */
    public static Examination read(Parts parts) {
        String readable = parts.at("readable");
        return new Examination(
                lines(parts.at("sshd-match")),
                links(parts),
                lines(parts.at("schedules")),
                FileMode.read(readable),
                readable.lines().noneMatch("more"::equals),
                parts.at("journal-place").isBlank()
                        ? Optional.empty()
                        : Optional.of(Cleaned.line(parts.at("journal-place").strip())),
                dumps(parts.at("dumps")));
    }

    private static List<String> lines(String part) {
        return part.lines()
                .filter(line -> !line.isBlank())
                .limit(MOST)
                .map(line -> Cleaned.line(line.strip(), 200))
                .toList();
    }

    private static SortedSet<Port> links(Parts parts) {
        TreeSet<Port> all = new TreeSet<>();
        parts.below("link ", (name, text) -> {
            Matcher port = PORT.matcher(text);
            if (port.find()) {
                int number = Integer.parseInt(port.group(1));
                if (number >= 1 && number <= 65_535) {
                    all.add(new Port(number, Protocol.UDP));
                }
            }
        });
        return Collections.unmodifiableSortedSet(all);
    }

    private static Optional<Dumps> dumps(String part) {
        Matcher said = DUMPS.matcher(part.strip());
        return said.matches()
                ? Optional.of(new Dumps(
                        Integer.parseInt(said.group(1)), said.group(2) == null ? "" : Cleaned.line(said.group(2), 100)))
                : Optional.empty();
    }
}
