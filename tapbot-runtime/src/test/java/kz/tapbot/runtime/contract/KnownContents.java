package kz.tapbot.runtime.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.spi.Contents;

/** Contents whose secrets are known to the test. */
public final class KnownContents implements Contents {

    private final Map<SecretName, String> secrets = new TreeMap<>();
    private final Map<Address, String> publicKeys = new TreeMap<>();

    /** Gives a secret a value. */
    public void set(String name, String value) {
        secrets.put(SecretName.of(name), value);
    }

    @Override
    public byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.parts().forEach(part -> {
            part.text().ifPresent(text -> out.writeBytes(text.getBytes(UTF_8)));
            part.secret().ifPresent(secret -> out.writeBytes(value(secret).getBytes(UTF_8)));
        });
        return out.toByteArray();
    }

    @Override
    public String value(EnvironmentValue value) {
        return value.text().orElseGet(() -> value(value.secret().orElseThrow()));
    }

    @Override
    public String fingerprint(Content content, byte[] found) {
        return digest(content.secrets().isEmpty() ? "plain:" : "keyed:", found);
    }

    @Override
    public String of(Content content) {
        return fingerprint(content, bytes(content));
    }

    @Override
    public String of(EnvironmentValue value) {
        return value.text().orElseGet(() -> of(Content.secret(value.secret().orElseThrow())));
    }

    @Override
    public Optional<String> publicKey(Address key) {
        return Optional.ofNullable(publicKeys.get(key));
    }

    @Override
    public void tell(Address key, String publicHalf) {
        publicKeys.put(key, publicHalf);
    }

    private String value(SecretName name) {
        String value = secrets.get(name);
        if (value == null) {
            throw new IllegalStateException("secret " + name + " has no value in this test");
        }
        return value;
    }

    private static String digest(String kind, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(UTF_8));
            return kind + HexFormat.of().formatHex(digest.digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
