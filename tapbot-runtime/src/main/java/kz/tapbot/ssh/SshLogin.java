package kz.tapbot.ssh;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The one key that is offered to a server. No other is tried, and never a password. */
public sealed interface SshLogin {

    /** A private key without a passphrase in OpenSSH's own format: Ed25519 or RSA. */
    static SshLogin keyFile(Path file) {
        return new KeyFile(file, Optional.empty());
    }

    /** The same with a passphrase. */
    static SshLogin keyFile(Path file, Passphrase passphrase) {
        return new KeyFile(file, Optional.of(passphrase));
    }

    /** The only key of the SSH agent that listens at this socket, such as {@code $SSH_AUTH_SOCK}. One with several keys is refused. */
    static SshLogin agent(Path socket) {
        return new Agent(socket, Optional.empty());
    }

    /**
     * That key of the agent.
     *
     * @param key its fingerprint or its public key, as {@link HostKey#of(String)} takes it
     * @throws IllegalArgumentException if the key cannot be read
     */
    static SshLogin agent(Path socket, String key) {
        return new Agent(socket, Optional.of(HostKey.of(key).fingerprint()));
    }

    /**
     * A key in a file.
     *
     * @param file the private key
     * @param passphrase what it is encrypted with
     */
    record KeyFile(Path file, Optional<Passphrase> passphrase) implements SshLogin {

        /** Checks that nothing is missing. */
        public KeyFile {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public String toString() {
            return "the key in " + file;
        }
    }

    /**
     * A key that an SSH agent holds.
     *
     * @param socket where the agent listens
     * @param fingerprint of the key, if it has several
     */
    record Agent(Path socket, Optional<String> fingerprint) implements SshLogin {

        /** Checks that nothing is missing. */
        public Agent {
            Objects.requireNonNull(socket, "socket");
        }

        @Override
        public String toString() {
            return "the key " + fingerprint.map(text -> text + " ").orElse("") + "of the agent at " + socket;
        }
    }
}
