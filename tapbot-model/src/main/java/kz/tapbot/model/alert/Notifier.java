package kz.tapbot.model.alert;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** A way to tell people. */
@Value.Immutable
public interface Notifier {

    /** Its name. */
    NotifierName name();

    /** The Telegram chat, if it is one. */
    Optional<String> telegramChat();

    /** The Telegram bot's token. */
    Optional<SecretName> telegramToken();

    /** The mail address, if it is one. */
    Optional<EmailAddress> mail();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("notifier", name());
    }

    /** Checks that it is one of both. */
    @Value.Check
    default void check() {
        Texts.line("Telegram chat", telegramChat());
        boolean telegram = telegramChat().isPresent() && telegramToken().isPresent();
        if (telegram == mail().isPresent()
                || telegramChat().isPresent() != telegramToken().isPresent()) {
            throw new InvalidValueException(
                    ModelCode.MISSING_PART, "A notifier is a Telegram chat with the bot's token, or a mail address.");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableNotifier.Builder {
        Builder() {}
    }
}
