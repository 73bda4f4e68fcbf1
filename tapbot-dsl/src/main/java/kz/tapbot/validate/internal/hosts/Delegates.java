package kz.tapbot.validate.internal.hosts;

import java.util.Set;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2906, TB2907 and TB2910: a delegate is a person or tool with a key and a right. */
final class Delegates implements Check {

    /** Accounts and groups that Debian and Ubuntu, or packages that Tapbot installs, bring (base-passwd, systemd, their maintainers' scripts). */
    private static final Set<String> RESERVED = Set.of(
            "adm",
            "admin",
            "backup",
            "bin",
            "daemon",
            "dialout",
            "disk",
            "docker",
            "fail2ban",
            "games",
            "gnats",
            "irc",
            "kmem",
            "list",
            "lp",
            "lxd",
            "mail",
            "man",
            "messagebus",
            "mysql",
            "news",
            "nobody",
            "nogroup",
            "operator",
            "polkitd",
            "postgres",
            "proxy",
            "redis",
            "shadow",
            "sshd",
            "staff",
            "sudo",
            "sync",
            "sys",
            "syslog",
            "tapbot",
            "tty",
            "users",
            "uucp",
            "uuidd",
            "wheel",
            "www-data",
            "_apt");

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            for (Delegate delegate : server.delegates()) {
                judge(findings, server, delegate);
            }
        }
    }

    private static void judge(Findings findings, Server server, Delegate delegate) {
        String name = delegate.name().value();
        Subject said = Subject.of(Address.on(server.name(), "delegate", name), delegate.places());
        boolean ofTapbot = name.equals(server.ssh().user());
        if (ofTapbot && !delegate.mayDeploy()) {
            findings.add(TopologyCode.DELEGATE_RESERVED, said, """
                    {} has a name that on {} belongs to the user by whom Tapbot administers it.
                    Its rights would be taken away, and nobody could log in to change anything any more.
                    Let it do that, or give the delegate a name of its own:
                        .delegate("{}", d -> d.mayDeploy())
                    """, said, server.address(), name);
        } else if (RESERVED.contains(name) || name.equals("root") || name.startsWith("systemd-")) {
            findings.add(
                    TopologyCode.DELEGATE_RESERVED,
                    said,
                    """
                    {} has a name that on {} belongs to the system itself.
                    Its rights would be taken from, or given to, an account that others stand on.
                    Give the delegate a name of its own:
                        .delegate("{}-helper", d -> d.mayInspect())
                    """,
                    said,
                    server.address(),
                    name.startsWith("_") ? name.substring(1) : name);
        }
        if (delegate.keys().isEmpty()) {
            findings.add(TopologyCode.DELEGATE_WITHOUT_KEYS, said, """
                    {} has no key.
                    Passwords never work for a delegate, so nobody can log in by that name.
                    Give it the public key of whoever is to use it:
                        .keys("ssh-ed25519 AAAA… name@laptop")
                    """, said);
        }
        if (!delegate.mayInspect()
                && !delegate.mayDeploy()
                && delegate.mayRestart().isEmpty()) {
            findings.add(TopologyCode.DELEGATE_MAY_NOTHING, said, """
                    {} may do nothing.
                    An account that is good for nothing is still an account that can be broken into.
                    Remove it, or say what it may do:
                        .mayInspect().mayRestart("fail2ban")
                    """, said);
        }
    }
}
