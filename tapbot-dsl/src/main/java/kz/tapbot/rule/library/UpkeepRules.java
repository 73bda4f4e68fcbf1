package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;
import static kz.tapbot.TopologyRules.users;

import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;

/** Rules about what keeps an estate running. */
public final class UpkeepRules {

    /** No service takes all memory from the others. */
    public static final TopologyRule SERVICES_HAVE_A_MEMORY_LIMIT = services()
            .should()
            .haveMemoryLimit()
            .named("services-have-a-memory-limit")
            .because("one that leaks memory would take the whole server down")
            .mendedBy("say limits(l -> l.memory(mib(256))), with what the service needs at most (mib is in DataSize)")
            .allowEmpty();

    /** Who serves others tells when it does not. */
    public static final TopologyRule SERVED_SERVICES_TELL_THEIR_HEALTH = services()
            .that()
            .areRouted()
            .or()
            .arePublished()
            .should()
            .haveHealthCheck()
            .named("served-services-tell-their-health")
            .because("without one a new version that does not work replaces the old one, and nobody notices")
            .mendedBy(
                    "say healthCheck(h -> h.command(\"…\")): a program of the image that ends with 0 while the service"
                            + " works, such as (\"pg_isready\", \"-h\", \"127.0.0.1\")")
            .allowEmpty();

    /** What strangers or others use comes back by itself. */
    public static final TopologyRule SERVED_SERVICES_ARE_STARTED_AGAIN = services()
            .that()
            .areRouted()
            .or()
            .arePublished()
            .or()
            .areDatabases()
            .should()
            .beStartedAgain()
            .named("served-services-are-started-again")
            .because("one that is not stays down after a reboot until somebody notices")
            .mendedBy("remove process(p -> p.restart(…)): a service is started again unless such a line says otherwise")
            .allowEmpty();

    /** What runs is exactly what was tried; offered, as digests have to be looked up. */
    public static final TopologyRule IMAGES_ARE_PINNED = services()
            .should()
            .haveDigest()
            .named("images-are-pinned")
            .because("a tag can be moved, and what runs would change by itself")
            .mendedBy("append the digest: Image.of(\"name:tag@sha256:…\")")
            .allowEmpty();

    /** Servers mend themselves. */
    public static final TopologyRule SERVERS_INSTALL_UPDATES = servers()
            .should()
            .installUpdates()
            .named("servers-install-updates")
            .because("attackers use a security hole within days after it is known")
            .mendedBy("say updates(u -> u.rebootAt(\"04:30\")): security updates install themselves, and the server"
                    + " restarts at that time when one of them needs it")
            .allowEmpty();

    /** What was updated runs, too: a new kernel does after a restart only. Offered, as some servers may not restart by themselves. */
    public static final TopologyRule SERVERS_RESTART_FOR_UPDATES = servers()
            .that(DescribedPredicate.describe(
                    "install updates by themselves",
                    (Subject.OfServer one) -> one.server()
                            .updates()
                            .filter(UpdatePolicy::securityUpdates)
                            .isPresent()))
            .should(Condition.of("restart by themselves when an update needs it", (one, violations) -> {
                if (one.server().updates().flatMap(UpdatePolicy::rebootAt).isEmpty()) {
                    violations.add(one, "never restarts by itself", "updates");
                }
            }))
            .named("servers-restart-for-updates")
            .because("an updated kernel is not the one that runs until the server restarts")
            .mendedBy("say an hour at which nobody minds: updates(u -> u.rebootAt(\"04:30\"))")
            .allowEmpty();

    /** Nobody talks to a machine that only pretends to be the server. */
    public static final TopologyRule SERVERS_ARE_KNOWN_BY_THEIR_KEY = servers()
            .should()
            .haveHostKey()
            .named("servers-are-known-by-their-key")
            .because("without one nobody can tell the server from a machine that pretends to be it")
            .mendedBy("run your program with the verb enrol, compare the fingerprint that it prints with the one in the"
                    + " provider's console, and say ssh(ssh -> ssh.hostKey(\"SHA256:…\"))")
            .allowEmpty();

    /** Accounts of helpers end; offered, as some helpers stay. */
    public static final TopologyRule ACCOUNTS_EXPIRE = users().should()
            .expire()
            .named("accounts-expire")
            .because("somebody who has left still has the key")
            .mendedBy("say the last day in the scope of the delegate: expires(LocalDate.of(2027, 6, 30))")
            .allowEmpty();

    private UpkeepRules() {}
}
