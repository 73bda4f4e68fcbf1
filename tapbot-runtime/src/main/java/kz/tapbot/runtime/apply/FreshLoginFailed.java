package kz.tapbot.runtime.apply;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;
import kz.tapbot.runtime.spi.UnreachableException;

/** After a change a fresh login was refused. */
final class FreshLoginFailed extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    FreshLoginFailed(UnreachableException cause) {
        super("After this change a fresh login fails: " + cause.getMessage(), cause);
    }
}
