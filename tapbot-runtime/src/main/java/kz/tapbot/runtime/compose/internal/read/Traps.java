package kz.tapbot.runtime.compose.internal.read;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** Texts without quotes that readers of YAML 1.1, docker-compose 1.x among them, take for something else. */
final class Traps {

    private Traps() {}

    /** A text such as {@code 22:22}, which YAML 1.1 reads as a number to the base of sixty. */
    static void sixties(Findings findings, Address address, String key, Values.Said said) {
        if (said.plain() && said.raw().matches("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+")) {
            tell(findings, address, key, said, "a number to the base of sixty");
        }
    }

    /** Numbers that lose their form: {@code 1.10} becomes 1.1, {@code 0755} becomes 493. */
    static void numbers(Findings findings, Address address, String key, Values.Said said) {
        sixties(findings, address, key, said);
        if (said.plain() && said.raw().matches("[-+]?0[0-7_]+")) {
            tell(findings, address, key, said, "an octal number");
        } else if (said.plain() && said.raw().matches("[-+]?[0-9][0-9_]*\\.[0-9_]*0")) {
            tell(findings, address, key, said, "a number, whose last zero is lost");
        } else if (said.plain() && said.raw().matches("(?i)yes|no|on|off|y|n")) {
            tell(findings, address, key, said, "a truth value");
        }
    }

    private static void tell(Findings findings, Address address, String key, Values.Said said, String what) {
        findings.add(
                ComposeCode.READ_OTHERWISE,
                address,
                said.line(),
                "What \"" + key + "\" says stands without quotes, and docker-compose 1.x reads it as " + what + ".",
                "It is carried over as the text that is written.",
                "Put it in quotes in the file.");
    }
}
