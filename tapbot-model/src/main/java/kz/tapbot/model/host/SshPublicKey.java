package kz.tapbot.model.host;

import java.util.regex.Pattern;

/**
 * A public key as a line of authorized_keys (sshd(8)) without options.
 *
 * @param value the text
 */
public record SshPublicKey(String value) implements Comparable<SshPublicKey> {

    private static final Pattern RULE = Pattern.compile(
            "(?:ssh-ed25519|sk-ssh-ed25519@openssh.com|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ecdsa-sha2-nistp256@openssh.com) [A-Za-z0-9+/]{60,800}={0,2}(?: [A-Za-z0-9@._-]{1,100})?");

    /** Checks the text. */
    public SshPublicKey {
        value = SystemName.check(
                "SSH public key (type and base64, as in authorized_keys, without options)", RULE, value);
    }

    /**
     * Of that text.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it breaks the rule
     */
    public static SshPublicKey of(String value) {
        return new SshPublicKey(value);
    }

    @Override
    public int compareTo(SshPublicKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
