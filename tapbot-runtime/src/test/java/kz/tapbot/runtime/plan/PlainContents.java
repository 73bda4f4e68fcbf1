package kz.tapbot.runtime.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.spi.Contents;

/** Contents in which every secret's value is its name. */
final class PlainContents implements Contents {

    @Override
    public String of(Content content) {
        return content.redacted();
    }

    @Override
    public String of(EnvironmentValue value) {
        return value(value);
    }

    @Override
    public byte[] bytes(Content content) {
        return content.redacted().getBytes(UTF_8);
    }

    @Override
    public String value(EnvironmentValue value) {
        return value.text().orElseGet(() -> "secret " + value.secret().orElseThrow());
    }

    @Override
    public String fingerprint(Content content, byte[] found) {
        return new String(found, UTF_8);
    }
}
