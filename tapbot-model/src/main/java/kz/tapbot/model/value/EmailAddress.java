package kz.tapbot.model.value;

import java.util.regex.Pattern;
import kz.tapbot.diagnostic.code.ModelCode;

/**
 * A mail address as RFC 5321 allows it unquoted.
 *
 * @param value the address
 */
public record EmailAddress(String value) implements Comparable<EmailAddress> {

    private static final Pattern RULE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    /** Checks the address. */
    public EmailAddress {
        if (!RULE.matcher(value).matches()) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT, "Not a mail address: " + InvalidValueException.show(value) + ".");
        }
    }

    /** The address of that text. */
    public static EmailAddress of(String value) {
        return new EmailAddress(value);
    }

    @Override
    public int compareTo(EmailAddress other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
