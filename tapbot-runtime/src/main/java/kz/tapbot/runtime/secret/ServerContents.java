package kz.tapbot.runtime.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.spi.Contents;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * Contents for one server. Fingerprints of what holds secrets are keyed by the server's own key, so that nobody can try values against
 * them elsewhere. Before the server has a key nothing with secrets was ever written to it, and every such fingerprint is pending.
 */
public final class ServerContents implements Contents {

    private static final String FOREIGN = "(not written by Tapbot)";

    private final RunSecrets secrets;
    private final PasswordHashes hashes;
    private final Map<Address, String> publicKeys;
    private volatile byte[] key = {};

    /** Contents with these secrets. */
    public ServerContents(RunSecrets secrets, PasswordHashes hashes) {
        this(secrets, hashes, new ConcurrentHashMap<>());
    }

    /** Contents with these secrets, and with public keys that all servers of a run share. */
    public ServerContents(RunSecrets secrets, PasswordHashes hashes, ConcurrentMap<Address, String> publicKeys) {
        this.secrets = secrets;
        this.hashes = hashes;
        this.publicKeys = publicKeys;
    }

    /** Sets the server's key; empty if it has none yet. */
    public void key(byte[] ofServer) {
        key = ofServer.clone();
    }

    @Override
    public String of(Content content) {
        if (isPlain(content)) {
            return plain(text(content));
        }
        if (isUnavailable(content)) {
            return UNAVAILABLE;
        }
        return isPending(content) ? PENDING : keyed(bytes(content));
    }

    @Override
    public Optional<String> publicKey(Address address) {
        return Optional.ofNullable(publicKeys.get(address));
    }

    @Override
    public void tell(Address address, String publicHalf) {
        publicKeys.put(address, publicHalf);
    }

    @Override
    public String of(EnvironmentValue value) {
        return value.text().orElseGet(() -> of(Content.secret(value.secret().orElseThrow())));
    }

    @Override
    public String fingerprint(Content content, byte[] found) {
        if (isPlain(content)) {
            return plain(found);
        }
        if (isUnavailable(content)) {
            return UNAVAILABLE;
        }
        return key.length == 0 ? unkeyed(content, found) : keyed(found);
    }

    /**
     * Of what was found on a server without a key, where nothing was written by Tapbot yet: if it has the very value, as what somebody else has made may,
     * it is as that which is still to be written, so that taking it over changes nothing.
     */
    private String unkeyed(Content content, byte[] found) {
        for (ContentPart part : content.parts()) {
            boolean hashed =
                    part.encoding().filter(SecretEncoding.BCRYPT::equals).isPresent();
            if (hashed
                    || part.secret()
                            .filter(name -> secrets.value(name).isEmpty())
                            .isPresent()) {
                return isUnavailable(content) ? UNAVAILABLE : FOREIGN;
            }
        }
        byte[] wanted = bytes(content);
        boolean same = MessageDigest.isEqual(wanted, found);
        Arrays.fill(wanted, (byte) 0);
        return same ? PENDING : FOREIGN;
    }

    @Override
    public byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ContentPart part : content.parts()) {
            part.text().ifPresent(text -> out.writeBytes(text.getBytes(StandardCharsets.UTF_8)));
            part.secret().ifPresent(name -> write(name, part.encoding().orElse(SecretEncoding.RAW), out));
        }
        return out.toByteArray();
    }

    @Override
    public String value(EnvironmentValue value) {
        return value.text().orElseGet(() -> {
            char[] copy = need(value.secret().orElseThrow()).copy();
            String text = new String(copy);
            Arrays.fill(copy, '\0');
            return text;
        });
    }

    private void write(SecretName name, SecretEncoding encoding, ByteArrayOutputStream out) {
        SecretValue value = need(name);
        switch (encoding) {
            case RAW -> Encodings.raw(value, out);
            case BCRYPT -> out.writeBytes(hashes.of(key, name, value));
            case SQL_LITERAL -> Encodings.sqlLiteral(value, out);
            case JSON_STRING -> Encodings.jsonString(value, out);
        }
    }

    private SecretValue need(SecretName name) {
        return secrets.value(name)
                .orElseThrow(() -> new OperationFailedException(
                        "The secret " + name + " has no usable value." + secrets.why(name)));
    }

    private boolean isPending(Content content) {
        return key.length == 0
                || content.secrets().stream()
                        .anyMatch(name -> secrets.value(name).isEmpty());
    }

    private boolean isUnavailable(Content content) {
        for (SecretName name : content.secrets()) {
            // A server without a key has nothing to compare with, so that a command need not be run for it.
            boolean absent = key.length > 0 && secrets.value(name).isEmpty();
            if (secrets.isUnavailable(name) || (absent && !secrets.isGenerated(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(Content content) {
        for (ContentPart part : content.parts()) {
            if (part.secret().isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static byte[] text(Content content) {
        if (content.parts().size() == 1) {
            return content.parts().get(0).text().orElse("").getBytes(StandardCharsets.UTF_8);
        }
        return content.redacted().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(byte[] bytes) {
        return "sha256:" + KeyedHash.text(KeyedHash.plain(bytes));
    }

    private String keyed(byte[] bytes) {
        return "keyed:" + KeyedHash.text(KeyedHash.keyed(key, "tapbot content", bytes));
    }
}
