package kz.tapbot.ssh;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where to log in, as whom, how, and which host keys to trust.
 *
 * <pre>{@code
 * SshTarget.of("deploy", "203.0.113.10", HostKeys.trust("SHA256:…"), SshLogin.keyFile(Path.of("/home/me/.ssh/id_ed25519")))
 * }</pre>
 *
 * @param user who logs in
 * @param host a name or an address
 * @param port of sshd
 * @param hostKeys which are trusted
 * @param login the one key that is offered
 * @param jump another server that is logged in to first and from which this one is reached
 * @param limits how long each step may take
 */
public record SshTarget(
        String user,
        String host,
        int port,
        HostKeys hostKeys,
        SshLogin login,
        Optional<SshTarget> jump,
        SshLimits limits) {

    private static final Pattern USER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.-]{0,63}\\$?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:._%-]{1,255}");

    /** Checks user, host and port. */
    public SshTarget {
        Objects.requireNonNull(login, "login");
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("not a user name");
        }
        checkHost(host);
        checkPort(port);
    }

    /** With port 22, no jump and the usual limits. */
    public static SshTarget of(String user, String host, HostKeys hostKeys, SshLogin login) {
        return new SshTarget(user, host, 22, hostKeys, login, Optional.empty(), SshLimits.standard());
    }

    static void checkHost(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("neither a host name nor an address");
        }
    }

    static void checkPort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /** The same at another port. */
    public SshTarget port(int number) {
        return new SshTarget(user, host, number, hostKeys, login, jump, limits);
    }

    /** The same, reached from that server. */
    public SshTarget via(SshTarget first) {
        return new SshTarget(user, host, port, hostKeys, login, Optional.of(first), limits);
    }

    /** The same with other limits. */
    public SshTarget limits(SshLimits other) {
        return new SshTarget(user, host, port, hostKeys, login, jump, other);
    }

    /** {@code user@host:port}, as it stands in messages. Holds no secret. */
    public String name() {
        return user + "@" + at(host, port);
    }

    static String at(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** As {@link #name()}. */
    @Override
    public String toString() {
        return name();
    }
}
