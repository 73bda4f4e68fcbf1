package kz.tapbot.model.value;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;

/** The rules of texts that are no names: what people read, and what is passed on as it is. */
public final class Texts {

    private static final int LONGEST_LINE = 1000;

    private static final int LONGEST_CONTENT = 1024 * 1024;

    private Texts() {}

    /**
     * Returns the text if it is one line of 1 to 1000 characters, not blank, without control, formatting and invisible characters.
     *
     * @param what what the text is, for the message
     * @param text the text
     * @throws InvalidValueException if it is anything else; the text itself is not shown
     */
    public static String line(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_LINE || !isPrintable(text)) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT,
                    "A " + what + " is one line of 1 to " + LONGEST_LINE
                            + " characters, without control characters, line breaks and invisible ones.");
        }
        return text;
    }

    /**
     * Checks the text, if there is one, as {@link #line(String, String)} does.
     *
     * @throws InvalidValueException if it is anything else
     */
    public static void line(String what, Optional<String> text) {
        if (text.isPresent()) {
            line(what, text.get());
        }
    }

    /**
     * Returns the text if it can be passed on in a file, an argument or a variable: at most 1 Mi characters, no NUL, nothing that
     * has no UTF-8 form (lone surrogates).
     *
     * @param what what the text is, for the message
     * @param text the text, over several lines if it likes
     * @throws InvalidValueException if it is anything else; the text itself is not shown
     */
    public static String content(String what, String text) {
        if (!isContent(text)) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT,
                    "A " + what + " has at most " + LONGEST_CONTENT
                            + " characters, no NUL among them, and no half ones (lone surrogates).");
        }
        return text;
    }

    static boolean isContent(String text) {
        return text.length() <= LONGEST_CONTENT && text.indexOf('\0') < 0 && !hasLoneSurrogate(text);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point >= ' ' && point < 0x7f) {
                continue;
            }
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
