package kz.tapbot.dsl;

/** How the machine is reached that is logged in to before a server. */
public interface SshJumpSpec extends Scope<SshJumpSpec> {

    /** Trusts host keys by their fingerprints as {@code ssh-keygen -l} prints them; one is required. */
    SshJumpSpec hostKey(String... fingerprints);

    /** Says the port of sshd; 22 if not said. */
    SshJumpSpec port(int port);

    /** Says the user to log in as; {@code root} if not said. */
    SshJumpSpec user(String name);
}
