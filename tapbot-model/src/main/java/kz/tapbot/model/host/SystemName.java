package kz.tapbot.model.host;

import java.util.regex.Pattern;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/** The rules of the names that a Linux system gives. */
final class SystemName {

    private static final int LONGEST = 1024;

    private SystemName() {}

    static String check(String kind, Pattern rule, String value) {
        if (value.length() > LONGEST || !rule.matcher(value).matches()) {
            throw new InvalidValueException(
                    ModelCode.BAD_SYSTEM_NAME, "Not a " + kind + ": " + InvalidValueException.show(value) + ".");
        }
        return value;
    }
}
