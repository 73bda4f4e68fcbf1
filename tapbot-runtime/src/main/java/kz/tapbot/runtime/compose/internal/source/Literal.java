package kz.tapbot.runtime.compose.internal.source;

import java.math.BigDecimal;
import java.time.Duration;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;

/** Values as Java expressions. */
final class Literal {

    /** A constant of a class file has at most 65,535 bytes (JVMS 4.4.7); of UTF-8 a character takes at most three. */
    private static final int MOST = 20_000;

    private final Imports imports;

    Literal(Imports imports) {
        this.imports = imports;
    }

    String text(String text) {
        if (text.length() <= MOST) {
            return quoted(text);
        }
        StringBuilder out = new StringBuilder("String.join(\"\"");
        for (int start = 0; start < text.length(); start += MOST) {
            out.append(", ").append(quoted(text.substring(start, Math.min(text.length(), start + MOST))));
        }
        return out.append(')').toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7f || Character.isLetter(c)) {
                        out.append(c);
                    } else {
                        // a Unicode escape is replaced before strings are read, but only line breaks and quotes would
                        // matter there
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    String port(Port port) {
        imports.add("kz.tapbot.model.net.Port");
        return "Port." + (port.protocol() == Protocol.TCP ? "tcp" : "udp") + "(" + port.number() + ")";
    }

    String size(DataSize size) {
        String text = size.toString();
        String amount = text.replaceAll("[A-Za-z]", "");
        boolean small = amount.length() < 10;
        if (text.endsWith("GiB") || text.endsWith("MiB")) {
            String unit = text.endsWith("GiB") ? "gib" : "mib";
            imports.addStatic("kz.tapbot.model.value.DataSize." + unit);
            return unit + "(" + amount + (small ? ")" : "L)");
        }
        imports.add("kz.tapbot.model.value.DataSize");
        return "DataSize.of(" + text(text) + ")";
    }

    String cpus(Cpus cpus) {
        if (cpus.millis() % 1000 == 0) {
            imports.addStatic("kz.tapbot.model.value.Cpus.cpus");
            return "cpus(" + cpus.millis() / 1000 + ")";
        }
        imports.add("kz.tapbot.model.value.Cpus");
        return "Cpus.of("
                + text(BigDecimal.valueOf(cpus.millis(), 3).stripTrailingZeros().toPlainString()) + ")";
    }

    String time(Duration time) {
        imports.add("java.time.Duration");
        if (time.toNanosPart() != 0) {
            return time.toNanosPart() % 1_000_000 == 0
                    ? "Duration.ofMillis(" + time.toMillis() + "L)"
                    : "Duration.ofSeconds(" + time.toSeconds() + "L, " + time.toNanosPart() + "L)";
        }
        boolean minutes = time.toSeconds() > 0 && time.toSeconds() % 60 == 0;
        return minutes
                ? "Duration.ofMinutes(" + time.toMinutes() + ")"
                : "Duration.ofSeconds(" + time.toSeconds() + ")";
    }
}
