package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * Who may do what with a file that decides who gets in.
 *
 * @param path where it is
 * @param mode its permission bits
 * @param owner the name of its owner
 */
public record FileMode(String path, int mode, String owner) {

    private static final Pattern LINE = Pattern.compile("([0-7]{1,5}) (\\S{1,64}) (/.*)");
    private static final Pattern KEYS = Pattern.compile("/home/([^/]+)/\\.ssh/authorized_keys");
    private static final int MOST = 1_000;

    static List<FileMode> read(String part) {
        List<FileMode> all = new ArrayList<>();
        part.lines().limit(MOST).forEach(line -> {
            Matcher found = LINE.matcher(line);
            if (found.matches()) {
                all.add(new FileMode(
                        Cleaned.line(found.group(3), 200),
                        Integer.parseInt(found.group(1), 8),
                        Cleaned.line(found.group(2), 60)));
            }
        });
        return all;
    }

    /** Whether others may read or write it who should not, or it belongs to somebody else (sshd(8), sudoers(5), shadow(5)). */
    boolean isWrong() {
        Matcher keys = KEYS.matcher(path);
        boolean own = owner.equals("root") || keys.matches() && owner.equals(keys.group(1));
        return !own || (mode & forbidden()) != 0;
    }

    private int forbidden() {
        if (path.equals("/etc/shadow") || path.endsWith("/docker.sock")) {
            return 07;
        }
        return path.startsWith("/etc/ssh/") || path.equals("/var/lib/tapbot") ? 077 : 022;
    }

    @Override
    public String toString() {
        return path + " (" + Integer.toOctalString(mode) + ", of " + owner + ")";
    }
}
