package kz.tapbot.model.service;

import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.ProvisionKind;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** Something made inside a running service, such as a database with its owner: probed and created by commands of the image. */
@Value.Immutable
public interface Provision {

    /** What it is, in a word, as plans call it: {@code database}, {@code collection}. */
    ProvisionKind kind();

    /** Its name, unique with its kind in the service. */
    String name();

    /** Ends with 0 if it is there. Run in the container. */
    Command probe();

    /** Makes it. Run in the container. */
    Command create();

    /** What the making command reads from its standard input. */
    Optional<Content> input();

    /** What it is made of, for people. */
    @Value.NaturalOrder
    SortedMap<String, String> attributes();

    /** Whether it holds data, and so is never removed unless retired by name. */
    @Value.Default
    default boolean data() {
        return true;
    }

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Checks the texts. */
    @Value.Check
    default void check() {
        Texts.line("provision's name", name());
        attributes().forEach((key, value) -> {
            Texts.line("attribute's name", key);
            Texts.line("attribute", value);
        });
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableProvision.Builder {
        Builder() {}

        /**
         * What it is, in a word.
         *
         * @throws kz.tapbot.model.value.InvalidValueException if it is no name, or begins the address of something else
         */
        public Builder kind(String kind) {
            return kind(ProvisionKind.of(kind));
        }
    }
}
