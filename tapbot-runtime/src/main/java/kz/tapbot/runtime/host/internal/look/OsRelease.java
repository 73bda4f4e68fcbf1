package kz.tapbot.runtime.host.internal.look;

import java.util.Optional;
import kz.tapbot.runtime.spi.Cleaned;

/** What a system says of itself, as in {@code os-release(5)}. */
public final class OsRelease {

    private final String text;

    /** Of that file. */
    public OsRelease(String text) {
        this.text = text;
    }

    /** The distribution and its release: {@code debian 12}. */
    public Optional<String> release() {
        return said("ID")
                .map(id -> said("VERSION_ID").map(version -> id + " " + version).orElse(id));
    }

    /** What it calls itself, for people. */
    public Optional<String> name() {
        return said("PRETTY_NAME");
    }

    private Optional<String> said(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> Cleaned.line(line.substring(name.length() + 1).replace("\"", "")))
                .findFirst();
    }
}
