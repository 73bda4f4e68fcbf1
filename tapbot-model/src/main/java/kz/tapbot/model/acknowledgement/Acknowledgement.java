package kz.tapbot.model.acknowledgement;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** One violation of a rule, or one warning, that is known and accepted with a reason. Errors cannot be accepted. */
@Value.Immutable
public interface Acknowledgement {

    /** The code of a warning, or the name of a rule. */
    String rule();

    /** The thing for which it is accepted, and no other. */
    Address object();

    /** Why, for whoever comes later. */
    String reason();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Whether it names a code of a check, such as {@code TB2106}, and not a rule. */
    default boolean isOfCode() {
        return rule().matches("TB[0-9]{4}");
    }

    /** Checks that both texts are lines that say something. */
    @Value.Check
    default void check() {
        Texts.line("rule", rule());
        Texts.line("reason", reason());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableAcknowledgement.Builder {
        Builder() {}
    }
}
