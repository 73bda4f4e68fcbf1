package kz.tapbot.model.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Sorted;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** A service: one container on one server, with all that it needs. */
@Value.Immutable
public interface Service {

    /** Its name, which is also its container's and its name on its networks. */
    ServiceName name();

    /** What kind of service declared it; {@code container} for a plain one. */
    ServiceKind kind();

    /** The image it runs. */
    Image image();

    /** The program instead of the image's own entry point. */
    Optional<Command> entrypoint();

    /** The arguments instead of the image's own. */
    Optional<Command> command();

    /** The networks it is on. */
    @Value.NaturalOrder
    SortedSet<Attachment> networks();

    /** The ports it listens on inside its networks. */
    @Value.NaturalOrder
    SortedSet<Port> listens();

    /** The ports opened on the server. */
    @Value.NaturalOrder
    SortedSet<Publication> publications();

    /** Its environment variables. */
    @Value.NaturalOrder
    SortedMap<String, EnvironmentValue> environment();

    /** The files that are written for it. */
    List<ContainerFile> files();

    /** What is mounted into it. */
    List<Mount> mounts();

    /** What must run before it. */
    @Value.NaturalOrder
    SortedSet<Need> needs();

    /** The outside services it calls. */
    @Value.NaturalOrder
    SortedSet<OutsideApiName> calls();

    /** How it tells that it works. */
    Optional<HealthCheck> healthCheck();

    /** What it may take. */
    @Value.Default
    default Limits limits() {
        return Limits.none();
    }

    /** What it is kept from. */
    @Value.Default
    default Confinement confinement() {
        return Confinement.standard();
    }

    /** When it is started again. */
    @Value.Default
    default RestartPolicy restart() {
        return RestartPolicy.UNLESS_STOPPED;
    }

    /** How long it gets to stop before it is killed. */
    @Value.Default
    default Duration stopGrace() {
        return Duration.ofSeconds(10);
    }

    /** Its labels, without Tapbot's own. */
    @Value.NaturalOrder
    SortedMap<String, String> labels();

    /** The ways to it from outside through a proxy. */
    List<Route> routes();

    /** What it stores. */
    List<StoredData> stores();

    /** What is made inside it once it runs. */
    List<Provision> provisions();

    /** What it is, for rules and reports. */
    @Value.NaturalOrder
    SortedSet<Trait> traits();

    /** Whether it is only planned: part of the model, not of the machines. */
    @Value.Default
    default boolean planned() {
        return false;
    }

    /** Where it and its settings were declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Whether the service has the trait. */
    default boolean is(Trait trait) {
        return traits().contains(trait);
    }

    /** Puts every list into its one order. */
    @Value.Check
    default Service sorted() {
        check();
        boolean inOrder = Sorted.is(files(), ContainerFile::path)
                && Sorted.is(mounts(), Mount::target)
                && Sorted.is(routes(), Service::key)
                && Sorted.is(stores(), StoredData::name)
                && Sorted.is(provisions(), Service::key);
        return inOrder
                ? this
                : builder()
                        .from(this)
                        .files(Sorted.by(files(), ContainerFile::path))
                        .mounts(Sorted.by(mounts(), Mount::target))
                        .routes(Sorted.by(routes(), Service::key))
                        .stores(Sorted.by(stores(), StoredData::name))
                        .provisions(Sorted.by(provisions(), Service::key))
                        .build();
    }

    private void check() {
        environment().keySet().forEach(EnvironmentValue::checkName);
        labels().forEach((key, value) -> {
            Texts.line("label's name", key);
            Texts.content("label", value);
            if (value.length() > 32_768) {
                throw new InvalidValueException(ModelCode.BAD_TEXT, "A label has at most 32768 characters.");
            }
            if (key.startsWith("tapbot.")) {
                throw new InvalidValueException(
                        ModelCode.RESERVED_NAME,
                        "Labels that begin with \"tapbot.\" are Tapbot's own. Take another prefix.");
            }
        });
        if (stopGrace().isNegative() || stopGrace().toHours() > 24) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A container gets nothing up to a day to stop, not " + stopGrace() + ".");
        }
    }

    private static String key(Route route) {
        return route.host() + route.path();
    }

    private static String key(Provision provision) {
        return provision.kind() + " " + provision.name();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableService.Builder {
        Builder() {}
    }
}
