package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.net.HostAddress;

/** The scope of a server's SSH access. */
public interface SshSpec extends Scope<SshSpec> {

    /** Trusts host keys by their fingerprints as {@code ssh-keygen -l} prints them: {@code SHA256:} and 43 characters. */
    SshSpec hostKey(String... fingerprints);

    /** Makes sshd refuse passwords for everybody, as it is unless said otherwise. */
    SshSpec keysOnly();

    /** Lets sshd accept passwords too. */
    SshSpec passwordsToo();

    /** Says the port of sshd; 22 if not said. */
    SshSpec port(int port);

    /**
     * Says the machine to log in to first, where the server is reached only from there. The same key logs in on both. The server's firewall has to let that
     * machine in: name its address among those that administer the server.
     */
    SshSpec through(HostAddress jump, Consumer<? super SshJumpSpec> spec);

    /** Says the user to log in as; {@code root} if not said. */
    SshSpec user(String name);
}
