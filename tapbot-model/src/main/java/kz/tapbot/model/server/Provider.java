package kz.tapbot.model.server;

import java.util.Optional;
import kz.tapbot.model.value.Bandwidth;
import kz.tapbot.model.value.MonthlyCost;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** Who a server is rented from. */
@Value.Immutable
public interface Provider {

    /** The provider's name. */
    String name();

    /** Where its machines stand. */
    Optional<String> location();

    /** What the machine costs. */
    Optional<MonthlyCost> cost();

    /** The rate of its uplink. */
    Optional<Bandwidth> bandwidth();

    /** Checks the texts. */
    @Value.Check
    default void check() {
        Texts.line("provider's name", name());
        Texts.line("location", location());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableProvider.Builder {
        Builder() {}
    }
}
