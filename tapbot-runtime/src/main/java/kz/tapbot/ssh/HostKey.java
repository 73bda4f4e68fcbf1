package kz.tapbot.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A host key by its SHA-256 fingerprint, with its type where that is known. Two of the same fingerprint are equal. */
public final class HostKey {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final Pattern LINE = Pattern.compile("([a-z0-9@.-]{1,64}) ([A-Za-z0-9+/]{40,12000}={0,2})(?: .*)?");

    private final @Nullable String type;
    private final String fingerprint;

    private HostKey(@Nullable String type, String fingerprint) {
        this.type = type;
        this.fingerprint = fingerprint;
    }

    /**
     * From a fingerprint as {@code ssh-keygen -l} prints it ({@code SHA256:} and 43 characters), or from a public key as in
     * {@code /etc/ssh/ssh_host_ed25519_key.pub} (type and base64). A key with its type lets no other type be negotiated.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static HostKey of(String text) {
        if (FINGERPRINT.matcher(text).matches()) {
            return new HostKey(null, text);
        }
        Matcher line = LINE.matcher(text);
        if (line.matches()) {
            byte[] blob;
            try {
                blob = Base64.getDecoder().decode(line.group(2));
            } catch (IllegalArgumentException e) {
                throw unreadable(e);
            }
            if (typeOf(blob).equals(line.group(1))) {
                return of(blob);
            }
        }
        throw unreadable(null);
    }

    private static IllegalArgumentException unreadable(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "a host key is SHA256: and 43 characters, or the type and the base64 of a .pub file", cause);
    }

    /** Of the key's bytes as they go over the wire (RFC 4253, section 6.6). */
    static HostKey of(byte[] blob) {
        String type = typeOf(blob);
        return new HostKey(type.isEmpty() ? "unknown" : type, fingerprint(blob));
    }

    /** As OpenSSH prints it: SHA-256 in base64 without padding. */
    static String fingerprint(byte[] blob) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The type that the bytes name, or nothing if they are no key. */
    static String typeOf(byte[] blob) {
        if (blob.length < 4) {
            return "";
        }
        int length = ByteBuffer.wrap(blob).getInt();
        if (length < 1 || length > 64 || length > blob.length - 4) {
            return "";
        }
        String type = new String(blob, 4, length, StandardCharsets.US_ASCII);
        return type.matches("[a-z0-9@.-]+") ? type : "";
    }

    /** Its type, such as {@code ssh-ed25519}; unknown where only the fingerprint was said. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** {@code SHA256:} and 43 characters. */
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostKey key && key.fingerprint.equals(fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(fingerprint);
    }

    /** The type, if it is known, and the fingerprint. */
    @Override
    public String toString() {
        return type == null ? fingerprint : type + " " + fingerprint;
    }
}
