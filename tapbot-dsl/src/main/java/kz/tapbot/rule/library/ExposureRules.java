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
            .because("one that is found is tried until a password or a hole opens it")
            .mendedBy(
                    "remove the publication or the route; people reach it through an SSH tunnel, services over a network or a link")
            .allowEmpty();

    /** Networks with a database on them have no way out. */
    public static final TopologyRule DATABASE_NETWORKS_ARE_INTERNAL = networks()
            .that()
            .holdDatabases()
            .should()
            .beInternal()
            .named("database-networks-are-internal")
            .because("whoever gets into a database must not be able to carry it away")
            .mendedBy("declare the network with n -> n.internal()")
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

    /** A page for people asks for a login; single paths, such as webhooks, may be for everybody. */
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
            .because("a page without one is used by strangers from the first second (lesson 1)")
            .mendedBy("say Access.ownLogin() where the service asks, else Access.proxyLogin(user, secret)")
            .allowEmpty();

    /** What rules over servers has a wall before its login. */
    public static final TopologyRule ADMIN_PAGES_HAVE_A_SECOND_WALL = routes().that()
            .leadToAdminInterfaces()
            .should()
            .beOpenToKnownAddressesOnly()
            .named("admin-pages-have-a-second-wall")
            .because("a guessed password or a hole in the login must not be enough (lesson 4)")
            .mendedBy("add .onlyFrom(admins) to the access of the route")
            .allowEmpty();

    /** No container speaks with the engine; offered, as tools such as Portainer live from it. */
    public static final TopologyRule NOTHING_HAS_THE_ENGINES_SOCKET = services()
            .should()
            .notHaveEngineSocket()
            .named("nothing-has-the-engines-socket")
            .because("who speaks with the engine is root on the server (lesson 21)")
            .mendedBy("remove the mount")
            .allowEmpty();

    /** What has the socket is open to known addresses only. */
    public static final TopologyRule ENGINE_ACCESS_IS_NOT_ON_THE_INTERNET = services()
            .that()
            .haveEngineAccess()
            .should()
            .notBeReachableFrom(INTERNET)
            .named("engine-access-is-not-on-the-internet")
            .because("who speaks with the engine is root on the server (lesson 21)")
            .mendedBy("serve it to the administrators' addresses only")
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
            .because("without it every published port is open to everybody, whoever it was meant for (lesson 3)")
            .mendedBy("remove firewall(f -> f.off())")
            .allowEmpty();

    /** SSH is open to the administrators. */
    public static final TopologyRule SSH_IS_FOR_KNOWN_ADDRESSES = servers()
            .should()
            .beAdministeredFromKnownAddresses()
            .named("ssh-is-for-known-addresses")
            .because("the whole Internet tries passwords and holes on every SSH port")
            .mendedBy("say administeredFrom(admins)")
            .allowEmpty();

    /** SSH takes keys. */
    public static final TopologyRule SSH_REFUSES_PASSWORDS = servers()
            .should()
            .refusePasswords()
            .named("ssh-refuses-passwords")
            .because("passwords are guessed (lesson 18)")
            .mendedBy("say ssh(ssh -> ssh.keysOnly())")
            .allowEmpty();

    private ExposureRules() {}
}
