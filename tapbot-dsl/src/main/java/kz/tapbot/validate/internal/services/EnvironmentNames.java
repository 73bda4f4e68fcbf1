package kz.tapbot.validate.internal.services;

import java.util.Set;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2308: names that shells can set (POSIX 8.1; a dot is let pass since images use it), and that do not change what is run (ld.so(8)). */
final class EnvironmentNames implements ServiceCheck {

    private static final Set<String> LOADER = Set.of("PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (String name : entry.service().environment().keySet()) {
            if (LOADER.contains(name)) {
                findings.add(TopologyCode.ENVIRONMENT_NAME, said(entry, name), """
                        {} sets the environment variable {}.
                        It decides which programs and libraries the container loads, and is set by the image for its own.
                        Build it into an image of your own, where it can be tested, or give the program's whole path.
                        """, entry.address(), name);
            } else if (!isGood(name)) {
                findings.add(
                        TopologyCode.ENVIRONMENT_NAME,
                        said(entry, name),
                        """
                        {} sets an environment variable named "{}".
                        A name has letters, digits, underscores and dots and begins with no digit; others are lost in a shell.
                        Correct the name:
                            .environment("{}", "…")
                        """,
                        entry.address(),
                        shown(name),
                        mended(name));
            }
        }
    }

    private static Subject said(ServiceEntry entry, String name) {
        return entry.at("environment." + name, "environment");
    }

    private static boolean isGood(String name) {
        if (name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isGood(name.charAt(i)) && name.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isGood(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static String shown(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().limit(60).forEach(c -> {
            if (c >= ' ' && c < 0x7f) {
                out.append((char) c);
            } else {
                out.append("\\u").append(Integer.toHexString(c));
            }
        });
        return out.toString();
    }

    private static String mended(String name) {
        StringBuilder out = new StringBuilder();
        name.chars().limit(60).forEach(c -> out.append(isGood((char) c) ? (char) c : '_'));
        boolean digit = out.isEmpty() || out.charAt(0) >= '0' && out.charAt(0) <= '9';
        return digit ? "_" + out : out.toString();
    }
}
