package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.networks;
import static kz.tapbot.TopologyRules.routes;
import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;

import kz.tapbot.model.net.Port;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;

/** Rules about who reaches what. */
public final class ExposureRules {

    /** Databases are not reached from outside, by whatever way. */
    public static final TopologyRule DATABASES_ARE_NOT_ON_THE_INTERNET = services()
            .that()
            .areDatabases()
            .or()
            .areCaches()
            .should()
            .notBeReachableFrom(INTERNET)
            .named("databases-are-not-on-the-internet")
            .because("strangers find every open database within hours and try passwords and known security holes until"
                    + " one works")
            .as("databases and caches should not be reachable from the Internet")
            .mendedBy("remove the line that publishes its port or serves it through a proxy; other services reach it"
                    + " over a common network or a link, people through an SSH tunnel")
            .allowEmpty();

    /** Networks with a database on them have no way out. */
    public static final TopologyRule DATABASE_NETWORKS_ARE_INTERNAL = networks()
            .that()
            .holdDatabases()
            .should()
            .beInternal()
            .named("database-networks-are-internal")
            .because("whoever breaks into a database must not be able to send its data out")
            .mendedBy("give the database a network of its own, server.network(\"database\", n -> n.internal()), and let"
                    + " the services that need it join that network besides their own")
            .allowEmpty();

    /** Databases share networks with what needs them only; offered, as one network for all databases of a server is common. */
    public static final TopologyRule DATABASES_STAND_APART = services()
            .that()
            .areDatabases()
            .should()
            .onlyShareNetworksWithWhatNeedsThem()
            .named("databases-stand-apart")
            .because("a hole in a neighbour is a hole in the database")
            .mendedBy("give the database a network of its own, and let on it what says needs(database)")
            .allowEmpty();

    /** What rules over servers asks who comes. */
    public static final TopologyRule ADMIN_PAGES_ASK_FOR_A_LOGIN = routes().that()
            .leadToAdminInterfaces()
            .should()
            .askForLogin()
            .named("admin-pages-ask-for-a-login")
            .because("without one every stranger who finds the page is an administrator")
            .mendedBy("if the program asks for a login itself, say Access.ownLogin(); if not, let the proxy ask:"
                    + " Access.proxyLogin(\"admin\", Secret.generated(\"admin-password\"))")
            .allowEmpty();

    /**
     * Every page for people asks for a login; single paths, such as webhooks, may be for everybody. Offered, as a blog or a shop is for everybody, which its
     * declaration says with the reason.
     */
    public static final TopologyRule PAGES_ASK_FOR_A_LOGIN = routes().that()
            .leadToWebInterfaces()
            .and(DescribedPredicate.describe(
                    "serve all of a host",
                    (Subject.OfRoute route) -> route.route().path().equals("/")))
            .or()
            .leadToAdminInterfaces()
            .should()
            .askForLogin()
            .named("pages-ask-for-a-login")
            .because("strangers find a page within hours, and use what asks nobody")
            .as("pages for people, and all pages of admin interfaces, should ask for a login")
            .mendedBy("if the program asks for a login itself, say Access.ownLogin(); if not, let the proxy ask:"
                    + " Access.proxyLogin(\"admin\", Secret.generated(\"admin-password\"))")
            .allowEmpty();

    /** What rules over servers has a wall before its login. */
    public static final TopologyRule ADMIN_PAGES_HAVE_A_SECOND_WALL = routes().that()
            .leadToAdminInterfaces()
            .should()
            .beOpenToKnownAddressesOnly()
            .named("admin-pages-have-a-second-wall")
            .because("with a login alone, one guessed password or one security hole in it lets a stranger in")
            .mendedBy(
                    "add .onlyFrom(admins) to the access of the route, as in Access.ownLogin().onlyFrom(admins), where"
                            + " admins is t.addresses(\"admins\", \"198.51.100.7/32\") with the addresses that you come"
                            + " from")
            .allowEmpty();

    /** No container speaks with the engine; offered, as tools such as Portainer live from it. */
    public static final TopologyRule NOTHING_HAS_THE_ENGINES_SOCKET = services()
            .should()
            .notHaveEngineSocket()
            .named("nothing-has-the-engines-socket")
            .because("whoever gives orders to the container engine is root on its server")
            .mendedBy("remove the mount; if the program is of no use without it, acknowledge the rule for it, with the"
                    + " reason")
            .allowEmpty();

    /** What has the socket is open to known addresses only. */
    public static final TopologyRule ENGINE_ACCESS_IS_NOT_ON_THE_INTERNET = services()
            .that()
            .haveEngineAccess()
            .should()
            .notBeReachableFrom(INTERNET)
            .named("engine-access-is-not-on-the-internet")
            .because("whoever gives orders to the engine is root on its server")
            .as("services with the socket of the container engine, or with another way to give it orders, should"
                    + " not be reachable from the Internet")
            .mendedBy("let in known addresses only: add .onlyFrom(admins) to the access of its route, or publish its"
                    + " port to them with publishes(port, admins), where admins is t.addresses(\"admins\","
                    + " \"198.51.100.7/32\")")
            .allowEmpty();

    /** The Internet reaches the ports of web pages and no other; offered, as mail and games need others. */
    public static final TopologyRule ONLY_WEB_PORTS_ARE_OPEN = servers()
            .should()
            .onlyOpenToTheInternet(Port.tcp(80), Port.tcp(443), Port.udp(443))
            .named("only-web-ports-are-open")
            .because("each further port is one more thing to watch")
            .mendedBy("name the addresses that may use the port, publishes(port, addresses), or serve it through the"
                    + " proxy")
            .allowEmpty();

    /** Every server refuses what is not declared. */
    public static final TopologyRule SERVERS_HAVE_A_FIREWALL = servers()
            .should()
            .haveFirewall()
            .named("servers-have-a-firewall")
            .because("without one every published port is open to everybody, even one that is published to known"
                    + " addresses only")
            .mendedBy("remove firewall(f -> f.off()): a server has a firewall unless that line turns it off")
            .allowEmpty();

    /** SSH is open to the administrators. */
    public static final TopologyRule SSH_IS_FOR_KNOWN_ADDRESSES = servers()
            .should()
            .beAdministeredFromKnownAddresses()
            .named("ssh-is-for-known-addresses")
            .because("passwords and security holes are tried on every SSH port of the Internet, day and night")
            .mendedBy("name the addresses that you administer it from: administeredFrom(t.addresses(\"admins\","
                    + " \"198.51.100.7/32\"))")
            .allowEmpty();

    /** SSH takes keys. */
    public static final TopologyRule SSH_REFUSES_PASSWORDS = servers()
            .should()
            .refusePasswords()
            .named("ssh-refuses-passwords")
            .because("a password can be guessed, a key cannot")
            .mendedBy("say ssh(ssh -> ssh.keysOnly())")
            .allowEmpty();

    private ExposureRules() {}
}
