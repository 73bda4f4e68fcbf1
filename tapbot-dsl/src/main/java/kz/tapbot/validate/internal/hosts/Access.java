package kz.tapbot.validate.internal.hosts;

import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2902, TB2904 and TB2905, lesson 18: root logged in with a password. */
final class Access implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (!server.planned()) {
                firewall(findings, server);
                ssh(findings, server);
            }
        }
    }

    private static void firewall(Findings findings, Server server) {
        if (!server.firewall()) {
            findings.add(
                    TopologyCode.FIREWALL_OFF,
                    Subject.of(server.address(), server.places(), "firewall"),
                    """
                    {} has no firewall.
                    Every program that listens on it, now or after the next package, is open to everybody.
                    Let it keep its firewall by taking its off() away, unless one stands before it.
                    """,
                    server.address());
        }
    }

    private static void ssh(Findings findings, Server server) {
        Subject keys = Subject.of(server.address(), server.places(), "ssh.hostKeys", "ssh");
        Subject passwords = Subject.of(server.address(), server.places(), "ssh.keysOnly", "ssh");
        if (server.ssh().hostKeys().isEmpty()) {
            findings.add(TopologyCode.HOST_KEY_MISSING, keys, """
                    {} has no host key.
                    Without it nobody can tell the server from a machine that pretends to be it, so no connection is made.
                    Read it at the provider's console with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub, and paste it:
                        .ssh(ssh -> ssh.hostKey("SHA256:…"))
                    """, server.address());
        }
        if (!server.ssh().keysOnly()) {
            findings.add(TopologyCode.PASSWORDS_ALLOWED, passwords, """
                    {} lets people log in by SSH with a password.
                    Passwords are guessed day and night, and one weak one among all users is enough.
                    Give everybody a key, and allow keys only by taking passwordsToo() away.
                    """, server.address());
        }
    }
}
