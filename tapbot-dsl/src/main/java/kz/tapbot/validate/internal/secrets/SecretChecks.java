package kz.tapbot.validate.internal.secrets;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class SecretChecks {

    private SecretChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new SecretInEnvironment(),
                new SecretInCommand(),
                new SecretInLabel(),
                new SecretInFile(),
                new SecretEchoed(),
                new LoginIgnored(),
                new RegistryPasswords(),
                new NoPassword());
    }
}
