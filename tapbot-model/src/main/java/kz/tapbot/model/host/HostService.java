package kz.tapbot.model.host;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.Sorted;
import org.immutables.value.Value;

/** A service that runs on the server itself and not in a container. */
@Value.Immutable
public interface HostService {

    /** Its name. */
    ServiceName name();

    /** What kind of service declared it. */
    ServiceKind kind();

    /** The package that brings it. */
    PackageName packageName();

    /** The unit that runs it. */
    UnitName unit();

    /** The port it listens on. */
    Port port();

    /** Who may reach the port; nobody from outside if empty. */
    @Value.NaturalOrder
    SortedSet<AddressSetName> openTo();

    /** Its configuration files. */
    List<HostFile> files();

    /** Whether it rules over the server. */
    @Value.Default
    default boolean adminInterface() {
        return true;
    }

    /** The host name people use for it. */
    Optional<HostName> host();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Puts the files into their one order. */
    @Value.Check
    default HostService sorted() {
        return Sorted.is(files(), HostFile::path)
                ? this
                : builder().from(this).files(Sorted.by(files(), HostFile::path)).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableHostService.Builder {
        Builder() {}
    }
}
