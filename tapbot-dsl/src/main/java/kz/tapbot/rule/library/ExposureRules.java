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
            .because(
                    "strangers find every open database within hours and try passwords and known holes until one works")
            .mendedBy(
                    "remove the line that publishes or serves it; services reach it over a common network or a link, people through an SSH tunnel")
            .allowEmpty();

    /** Networks with a database on them have no way out. */
    public static final TopologyRule DATABASE_NETWORKS_ARE_INTERNAL = networks()
            .that()
            .holdDatabases()
            .should()
            .beInternal()
            .named("database-networks-are-internal")
            .because("whoever gets into a database must not be able to carry it away")
            .mendedBy(
                    "declare a network of its own for it, with n -> n.internal(), and let what needs the database join both")
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
            .because("a page without one is used by strangers from the first second")
            .mendedBy(
                    "if the program asks for a login itself, say Access.ownLogin(); if not, let the proxy ask: Access.proxyLogin(\"admin\", Secret.generated(\"logs-login\"))")
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
            .because("a page without one is used by strangers from the first second")
            .as("pages for people, and all pages of admin interfaces, should ask for a login")
            .mendedBy(
                    "if the program asks for a login itself, say Access.ownLogin(); if not, let the proxy ask: Access.proxyLogin(\"admin\", Secret.generated(\"logs-login\"))")
            .allowEmpty();

    /** What rules over servers has a wall before its login. */
    public static final TopologyRule ADMIN_PAGES_HAVE_A_SECOND_WALL = routes().that()
            .leadToAdminInterfaces()
            .should()
            .beOpenToKnownAddressesOnly()
            .named("admin-pages-have-a-second-wall")
            .because("a guessed password or a hole in the login must not be enough")
            .mendedBy("add .onlyFrom(admins) to the access of the route, where admins is t.addresses(\"admins\", …)")
            .allowEmpty();

    /** No container speaks with the engine; offered, as tools such as Portainer live from it. */
    public static final TopologyRule NOTHING_HAS_THE_ENGINES_SOCKET = services()
            .should()
            .notHaveEngineSocket()
            .named("nothing-has-the-engines-socket")
            .because("whoever gives orders to the container engine is root on its server")
            .mendedBy("remove the mount")
            .allowEmpty();

    /** What has the socket is open to known addresses only. */
    public static final TopologyRule ENGINE_ACCESS_IS_NOT_ON_THE_INTERNET = services()
            .that()
            .haveEngineAccess()
            .should()
            .notBeReachableFrom(INTERNET)
            .named("engine-access-is-not-on-the-internet")
            .because("whoever does that is root on the server")
            .as("services that give orders to the container engine should not be reachable from the Internet")
            .mendedBy("add .onlyFrom(admins) to the access of its route, or name admins where its port is published")
            .allowEmpty();

    /** The Internet reaches the ports of web pages and no other; offered, as mail and games need others. */
    public static final TopologyRule ONLY_WEB_PORTS_ARE_OPEN = servers()
            .should()
            .onlyOpenToTheInternet(Port.tcp(80), Port.tcp(443), Port.udp(443))
            .named("only-web-ports-are-open")
            .because("each further port is one more thing to watch")
            .mendedBy("say who may come, or serve it through the proxy")
            .allowEmpty();

    /** Every server refuses what is not declared. */
    public static final TopologyRule SERVERS_HAVE_A_FIREWALL = servers()
            .should()
            .haveFirewall()
            .named("servers-have-a-firewall")
            .because("without it every published port is open to everybody, whoever it was meant for")
            .mendedBy("remove the line with f.off(): a server has a firewall unless it is said that it has none")
            .allowEmpty();

    /** SSH is open to the administrators. */
    public static final TopologyRule SSH_IS_FOR_KNOWN_ADDRESSES = servers()
            .should()
            .beAdministeredFromKnownAddresses()
            .named("ssh-is-for-known-addresses")
            .because("the whole Internet tries passwords and holes on every SSH port")
            .mendedBy(
                    "say from where you administer it: administeredFrom(t.addresses(\"admins\", \"198.51.100.7/32\"))")
            .allowEmpty();

    /** SSH takes keys. */
    public static final TopologyRule SSH_REFUSES_PASSWORDS = servers()
            .should()
            .refusePasswords()
            .named("ssh-refuses-passwords")
            .because("passwords are guessed")
            .mendedBy("say ssh(ssh -> ssh.keysOnly())")
            .allowEmpty();

    private ExposureRules() {}
}
