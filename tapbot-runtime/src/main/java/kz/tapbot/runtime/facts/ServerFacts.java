package kz.tapbot.runtime.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.daily.Release;
import org.immutables.value.Value;

/** What was found on a server in one breath. */
@Value.Immutable
@Value.Style(
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        allowedClasspathAnnotations = {Override.class, org.immutables.value.Generated.class})
public interface ServerFacts {

    /** The server. */
    ServerName server();

    /** The system it runs, for people. */
    String system();

    /** The distribution and its release as it calls itself, {@code debian 12}; nothing where only an engine is looked at. */
    Optional<String> release();

    /** Everything found that is a resource or could clash with one, by address. */
    Map<Address, Observed> things();

    /** Containers of ours by name. */
    Map<String, ContainerFacts> containers();

    /** Free bytes on the fullest file system that matters. */
    OptionalLong freeDisk();

    /** Bytes of memory. */
    OptionalLong memory();

    /** Ports that somebody listens on, with who: {@code 80/tcp} to {@code process nginx (pid 812)}. */
    Map<String, String> listeners();

    /** The release that each container of ours runs, by the container's name, where it was recorded. */
    Map<String, Release> releases();

    /** The public halves of keys for links that are there and as they were made, by the address of the key. */
    Map<Address, String> publicKeys();

    /** A run that was interrupted: its last entry in the journal. */
    Optional<String> interrupted();

    /** What stands because somebody ordered it. */
    List<Incident> incidents();

    /** Lines for people: what an undo has taken back since, and the like. */
    List<String> notes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    final class Builder extends ImmutableServerFacts.Builder {
        Builder() {}
    }
}
