package kz.tapbot.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import kz.tapbot.runtime.spi.Cleaned;

/** Takes the values of secrets out of what a program said, which may have said what it was given. */
final class Concealing {

    /** Shorter parts of a value, such as the last line of a key, are everywhere. */
    private static final int LEAST = 6;

    private Concealing() {}

    /** The text without a value: as it is, line by line, and in Base64. What is shown instead names the secret. */
    static String conceal(String text, String name, SecretValue value) {
        String concealed = text;
        for (String form : forms(value)) {
            concealed = concealed.replace(form, "(secret " + name + ")");
        }
        return concealed;
    }

    private static List<String> forms(SecretValue value) {
        byte[] bytes = value.bytes();
        List<String> forms = new ArrayList<>();
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(Cleaned::line)
                .filter(line -> line.length() >= LEAST)
                .forEach(forms::add);
        Arrays.fill(bytes, (byte) 0);
        return forms;
    }
}
