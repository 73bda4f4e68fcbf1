package kz.tapbot.runtime.host.internal.survey;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.value.DataSize;
import org.immutables.value.Value;

/** What a server is like around its containers, wherever that was learnt. Every text in it is safe to show. */
@Value.Immutable
@Value.Style(
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        allowedClasspathAnnotations = {Override.class, org.immutables.value.Generated.class})
public interface Survey {

    /** The distribution and its release, as {@code os-release(5)} has them. */
    Optional<String> release();

    /** What the machine has. */
    Optional<ServerSize> size();

    /** An address of IPv6 by which others reach it. */
    Optional<IpAddress> ipv6();

    /** Its time zone. */
    @Value.Default
    default String zone() {
        return "UTC";
    }

    /** Its swap. */
    Optional<DataSize> swap();

    /** Kernel settings that somebody has said there, as they are in effect. */
    @Value.NaturalOrder
    SortedMap<String, String> sysctl();

    /** Whom it lets in. */
    Filter filter();

    /** Who listens. */
    List<Listener> listeners();

    /** Who may log in, root first. */
    List<Account> accounts();

    /** Who is shut out by an order of Tapbot, whatever else opens the account. */
    @Value.NaturalOrder
    SortedSet<String> locked();

    /** Who may do what with the files that decide who gets in. */
    List<FileMode> modes();

    /** What sudo lets whom do. */
    List<Grant> grants();

    /** sshd's settings in effect, by keyword. */
    @Value.NaturalOrder
    SortedMap<String, String> sshd();

    /** Jails of fail2ban that run. */
    List<Ban> bans();

    /** How packages are kept up to date; absent if nothing does it. */
    Optional<UpdatePolicy> updates();

    /** Units of the administrator's own. */
    List<String> units();

    /** Whether there is a container engine that does not run, so that nothing is known of what is on it. */
    @Value.Default
    default boolean engineStopped() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableSurvey.Builder {
        Builder() {}
    }
}
