package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.StateTamperedException;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A server whose programs say what nobody expects: it is bounded, it is cleaned before it is shown, and what they say is never taken for our own words. With
 * {@code -Dtapbot.lab.long=true} of more programs.
 */
@OnEngine
class HostileServerOnEngineTest {

    private static final boolean LONG = Boolean.getBoolean("tapbot.lab.long");

    private static final List<String> ASKED = LONG
            ? List.of("dpkg-query", "getent", "systemctl", "ss", "df", "readlink", "stat", "python3", "base64")
            : List.of("dpkg-query", "getent");

    private static final List<String> SAYS = List.of(
            "printf '\\033]0;owned\\007\\033[31mred\\033[0m\\302\\233\\342\\200\\256 installed\\n'",
            "exec cat /dev/zero",
            "exec tr '\\0' A </dev/zero",
            "head -c 100000 /dev/urandom",
            "printf '2\\nos\\n0\\n\\n4\\nzone\\n3\\nUTC\\n5\\nrules4\\n0\\n'; printf '%s' 99999999",
            "echo 'error: no' >&2; exit 0");

    /** What the answers of one look may take, all in all, and a little for the rest. */
    private static final long MOST_MEMORY = 192L << 20;

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = SmallServer.runtime(lab);
    private final Topology declared = SmallServer.topology(lab, 0);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void what_a_look_is_told_is_bounded_and_cleaned_and_never_taken_for_our_own_words() {
        AfterFault.isWhole("first", lab, runtime, declared);
        List<String> wrong = new ArrayList<>();
        long before = used();
        for (String program : ASKED) {
            for (String says : SAYS) {
                lab.sh("cat >/usr/sbin/" + program + " <<'END' && chmod 755 /usr/sbin/" + program
                        + "\n#!/bin/sh\nPATH=/usr/bin:/bin\n" + says + "\nEND");
                String seen = seen();
                lab.sh("rm /usr/sbin/" + program);
                if (seen.codePoints().anyMatch(HostileServerOnEngineTest::paints)) {
                    wrong.add(program + ": " + says + ": " + seen);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(used() - before).isLessThan(MOST_MEMORY);
        assertThat(runtime.plan(declared).isEmpty()).isTrue();
    }

    /** A plan, or in words why there is none. Any other exception is a mistake of ours. */
    private String seen() {
        try {
            return runtime.plan(declared).toString();
        } catch (OperationFailedException e) {
            return e.getMessage() + "\n" + String.join("\n", e.lines());
        } catch (UnreachableException | StateTamperedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What moves the cursor, changes colours or turns the direction of writing. */
    private static boolean paints(int character) {
        return character != '\n' && Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
