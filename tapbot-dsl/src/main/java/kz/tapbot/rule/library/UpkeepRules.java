package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;
import static kz.tapbot.TopologyRules.users;

import kz.tapbot.rule.TopologyRule;

/** Rules about what keeps an estate running. */
public final class UpkeepRules {

    /** No service takes all memory from the others. */
    public static final TopologyRule SERVICES_HAVE_A_MEMORY_LIMIT = services()
            .should()
            .haveMemoryLimit()
            .named("services-have-a-memory-limit")
            .because("one that leaks would take the whole server down")
            .mendedBy("say limits(l -> l.memory(mib(256)))")
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
            .because("without one a new version that does not work takes over unnoticed")
            .mendedBy("say healthCheck(h -> h.command(…)), with a program that the image has")
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
            .because("after a reboot it would stay down until somebody notices")
            .mendedBy("leave process(p -> p.restart(…)) away")
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
            .because("holes are used within days after they are known")
            .mendedBy("say updates(u -> u.rebootAt(\"04:30\"))")
            .allowEmpty();

    /** Nobody talks to a machine that only pretends to be the server. */
    public static final TopologyRule SERVERS_ARE_KNOWN_BY_THEIR_KEY = servers()
            .should()
            .haveHostKey()
            .named("servers-are-known-by-their-key")
            .because("without it nobody can tell the server from one that pretends to be it")
            .mendedBy(
                    "compare what the verb enrol shows with the provider's console, and say ssh(ssh -> ssh.hostKey(\"SHA256:…\"))")
            .allowEmpty();

    /** Accounts of helpers end; offered, as some helpers stay. */
    public static final TopologyRule ACCOUNTS_EXPIRE = users().should()
            .expire()
            .named("accounts-expire")
            .because("who has left keeps his key")
            .mendedBy("say expires(LocalDate.of(…)) for the delegate")
            .allowEmpty();

    private UpkeepRules() {}
}
