package kz.tapbot.model.service;

import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import org.immutables.value.Value;

/** A way from a public host name through a proxy to a service. */
@Value.Immutable
public interface Route {

    /** The host name visitors ask for. */
    HostName host();

    /** The path that the route begins with; {@code /} for all. */
    @Value.Default
    default String path() {
        return "/";
    }

    /** The port of the container that answers in HTTP. */
    int port();

    /** The proxy that passes requests on, on the same server. */
    ServiceId proxy();

    /** How strangers are kept out. */
    Login login();

    /** Who may reach it at all; everybody if empty. */
    @Value.NaturalOrder
    SortedSet<AddressSetName> openTo();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Checks the port and the path. */
    @Value.Check
    default void check() {
        Port.tcp(port());
        if (!path().matches("/[A-Za-z0-9/._~-]{0,200}")) {
            throw new InvalidValueException(
                    ModelCode.BAD_PATH,
                    "A route's path begins with / and holds letters, digits and . _ ~ - only, not "
                            + InvalidValueException.show(path()) + ".");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableRoute.Builder {
        Builder() {}
    }
}
