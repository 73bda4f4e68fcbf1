package kz.tapbot.runtime.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import kz.tapbot.lab.LabServer;

/** Command lines by which a user who may do a little would do more, tried for real. */
final class SudoAttacks {

    private static final List<String> ALL = read();

    /** Each line's words become arguments by no shell; what got through is told, by what sudo says itself when it refuses. */
    private static final String TRY = """
            cd /tmp
            base64 -d <<'END' >/tmp/attacks
            %s
            END
            tried=0
            while IFS= read -r line; do
                set -f
                set -- $line
                said=$(timeout 10 runuser -u %s -- sudo -n "$@" </dev/null 2>&1)
                status=$?
                case $status:$said in
                1:*'sudo: a password is required'* | 1:*'sudo: sorry, you are not allowed'* | 1:'sudo: you are not permitted'* | 1:'sudo: unknown user'*) ;;
                *) printf '%%s -> %%s %%s\\n' "$line" "$status" "$said" ;;
                esac
                tried=$((tried + 1))
            done </tmp/attacks
            echo "$tried tried"
            """;

    private SudoAttacks() {}

    static int count() {
        return ALL.size();
    }

    /** What is let through to a user of the server, a line each, and at the end how many were tried. */
    static String letThrough(LabServer lab, String user) {
        String lines = String.join("\n", ALL) + "\n";
        String coded = Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
        return lab.sh(TRY.formatted(coded, user));
    }

    private static List<String> read() {
        try (InputStream in = SudoAttacks.class.getResourceAsStream("sudo-attacks.txt")) {
            if (in == null) {
                throw new IllegalStateException("no list of attacks");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
