package kz.tapbot.runtime.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes what a machine or a container said safe to show: bounded, and with every control character shown as {@code \x1b} instead of sent to a
 * terminal. Other characters that steer a terminal or reorder text are shown as {@code \}{@code u202e}.
 */
public final class Cleaned {

    /** The most lines that are kept: the last ones. */
    public static final int MOST_LINES = 40;

    /** The most characters of a line that are kept: the first ones, before they are made safe. */
    public static final int MOST_CHARACTERS = 500;

    private Cleaned() {}

    /** The last lines, each made safe; a line with line ends in it becomes several. */
    public static List<String> lines(List<String> said) {
        List<String> all = new ArrayList<>();
        for (String text : said.subList(Math.max(0, said.size() - MOST_LINES), said.size())) {
            split(text, all);
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_LINES), all.size()));
    }

    /** One line made safe. Line ends are shown, too. */
    public static String line(String said) {
        return line(said, MOST_CHARACTERS);
    }

    /** The same with another bound. */
    public static String line(String said, int mostCharacters) {
        int end = Math.min(said.length(), mostCharacters);
        StringBuilder out = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            append(out, said.charAt(i));
        }
        return said.length() > end ? out.append('…').toString() : out.toString();
    }

    private static void split(String text, List<String> into) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                into.add(line(withoutReturn(text, from, i)));
                from = i + 1;
            }
        }
        if (from < text.length() || text.isEmpty()) {
            into.add(line(withoutReturn(text, from, text.length())));
        }
    }

    private static String withoutReturn(String text, int from, int to) {
        return text.substring(from, to > from && text.charAt(to - 1) == '\r' ? to - 1 : to);
    }

    private static void append(StringBuilder out, char c) {
        if (c == '\t') {
            out.append("    ");
        } else if (c < ' ' || c >= 0x7f && c < 0xa0) {
            out.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else if (steers(c)) {
            out.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
        } else {
            out.append(c);
        }
    }

    /** Characters that reorder, hide or join what stands beside them (Unicode category Cf), line separators, and halves of pairs. */
    private static boolean steers(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || c == '\uFFFE'
                || c == '\uFFFF';
    }
}
