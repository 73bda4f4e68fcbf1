package kz.tapbot.rule;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.backups;
import static kz.tapbot.TopologyRules.networks;
import static kz.tapbot.TopologyRules.routes;
import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;
import static kz.tapbot.TopologyRules.users;
import static kz.tapbot.TopologyRules.volumes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;
import kz.tapbot.reach.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule's sentence is exactly what its words say. */
class SentencesTest {

    @ParameterizedTest
    @MethodSource({"ofServices", "demandedOfServices", "ofServersAndRoutes", "ofDataAndPeople"})
    void a_rule_says_what_its_words_say(TopologyRule rule, String sentence) {
        assertThat(rule.sentence()).isEqualTo(sentence);
        assertThat(rule).hasToString(sentence);
    }

    static Stream<Arguments> ofServices() {
        return Stream.of(
                is(
                        services()
                                .that()
                                .areDatabases()
                                .should()
                                .notBeReachableFrom(INTERNET)
                                .because("lesson 6"),
                        "services that are databases should not be reachable from the Internet, because lesson 6"),
                is(
                        services()
                                .that()
                                .areNamed("a", "b", "c")
                                .and()
                                .areOn("front")
                                .should()
                                .haveHealthCheck(),
                        "services that are named a, b or c and are on server front should have a health check"),
                is(
                        services()
                                .that()
                                .areOfKind("postgres")
                                .or()
                                .runImage("postgres")
                                .should()
                                .haveMemoryLimit(),
                        "services that are of kind postgres or run image postgres should have a memory limit"),
                is(
                        services().that().areCaches().or().areProxies().should().haveDigest(),
                        "services that are caches or are proxies should run an image with a digest"),
                is(
                        services()
                                .that()
                                .areAdminInterfaces()
                                .and()
                                .haveEngineAccess()
                                .should()
                                .notPublishPorts(),
                        "services that are admin interfaces and have engine access should not publish ports"),
                is(
                        services()
                                .that()
                                .areOnNetwork("web")
                                .and()
                                .arePublished()
                                .should()
                                .notHaveEngineSocket(),
                        "services that are on network web and publish a port should not have the engine's socket"),
                is(
                        services().that().areRouted().and().storeData().should().haveTheirDataInBackups(),
                        "services that are served under a host name and store data that is lost without a backup "
                                + "should have their data in backups"),
                is(
                        services().that().areReachableFrom(INTERNET).should().beStartedAgain(),
                        "services that are reachable from the Internet should be started again"));
    }

    static Stream<Arguments> demandedOfServices() {
        ServiceId db = ServiceId.of("front/db");
        return Stream.of(
                is(
                        services().should().haveHealthCheck().andShould().haveMemoryLimit(),
                        "services should have a health check and should have a memory limit"),
                is(
                        services().should().notBeReachableWithoutLoginFrom(INTERNET),
                        "services should not be reachable without a login from the Internet"),
                is(
                        services().should().beReachableFrom(kz.tapbot.reach.Source.service(db)),
                        "services should be reachable from service:front/db"),
                is(services().should().notReach(Target.INTERNET), "services should not reach the Internet"),
                is(
                        services().should().reach(Target.service(db, Port.tcp(5432))),
                        "services should reach 5432/tcp of service:front/db"),
                is(services().should().onlyBeOnInternalNetworks(), "services should only be on internal networks"),
                is(
                        services().should().onlyShareNetworksWithWhatNeedsThem(),
                        "services should only share networks with what needs them"),
                is(
                        services().should().haveHealthCheck().as("everything tells its health"),
                        "everything tells its health"),
                is(
                        services()
                                .should()
                                .haveHealthCheck()
                                .because("b")
                                .as("a")
                                .because("c")
                                .allowEmpty(),
                        "a, because c"));
    }

    static Stream<Arguments> ofServersAndRoutes() {
        return Stream.of(
                is(
                        servers()
                                .that()
                                .areNamed("front")
                                .and()
                                .runContainers()
                                .should()
                                .haveFirewall(),
                        "servers that are named front and run containers should have a firewall"),
                is(
                        servers().that().haveFirewall().should().onlyOpenToTheInternet(Port.tcp(443), Port.tcp(80)),
                        "servers that have a firewall should only open 80/tcp and 443/tcp to the Internet"),
                is(servers().should().onlyOpenToTheInternet(), "servers should open nothing to the Internet"),
                is(servers().should().refusePasswords(), "servers should refuse passwords"),
                is(servers().should().haveHostKey(), "servers should have a pinned host key"),
                is(
                        servers().should().beAdministeredFromKnownAddresses(),
                        "servers should be administered from known addresses"),
                is(servers().should().installUpdates(), "servers should install updates by themselves"),
                is(
                        routes().that()
                                .areFor("www.example.com")
                                .or()
                                .areOn("front")
                                .should()
                                .askForLogin(),
                        "routes that are for www.example.com or are on server front should ask for a login"),
                is(
                        routes().that().leadToWebInterfaces().should().notBeReachableFrom(INTERNET),
                        "routes that lead to pages for people should not be reachable from the Internet"),
                is(
                        routes().that().leadToAdminInterfaces().should().beOpenToKnownAddressesOnly(),
                        "routes that lead to admin interfaces should be open to known addresses only"),
                is(
                        routes().that().areForEverybody().should().beReachableFrom(INTERNET),
                        "routes that are meant for everybody should be reachable from the Internet"),
                is(
                        routes().should().leadToServicesWithHealthCheck(),
                        "routes should lead to services with a health check"),
                is(
                        networks()
                                .that()
                                .areNamed("db")
                                .and()
                                .holdDatabases()
                                .should()
                                .beInternal(),
                        "networks that are named db and hold databases should be internal"),
                is(
                        networks()
                                .that()
                                .areInternal()
                                .or()
                                .holdProxies()
                                .should()
                                .haveSubnet(),
                        "networks that are internal or hold proxies should have a declared subnet"),
                is(networks().should().notHoldDatabases(), "networks should not hold databases"));
    }

    static Stream<Arguments> ofDataAndPeople() {
        return Stream.of(
                is(
                        volumes()
                                .that()
                                .areNamed("pgdata")
                                .or()
                                .areOn("data")
                                .should()
                                .beInBackups(),
                        "volumes that are named pgdata or are on server data should be in backups"),
                is(
                        volumes().that().mayNotBeLost().should().haveAnExpectedSize(),
                        "volumes that may not be lost should have an expected size"),
                is(volumes().should().haveOneWriter(), "volumes should have one writer"),
                is(
                        backups().that().areNamed("nightly").should().beScheduled(),
                        "backups that are named nightly should be scheduled"),
                is(
                        backups()
                                .that()
                                .areScheduled()
                                .should()
                                .leaveTheServers()
                                .andShould()
                                .beEncrypted(),
                        "backups that are scheduled should leave the servers and should be encrypted"),
                is(backups().should().beRestoredAsADrill(), "backups should be restored as a drill"),
                is(backups().should().keepCopiesForDays(30), "backups should keep copies for 30 days"),
                is(
                        users().that()
                                .areNamed("monitor")
                                .and()
                                .areOn("data")
                                .should()
                                .haveKeys(),
                        "users that are named monitor and are on server data should have keys"),
                is(users().should().expire(), "users should expire"),
                is(users().should().onlyRestart("fail2ban", "cron"), "users should only restart fail2ban and cron"),
                is(users().should().onlyRestart(), "users should restart nothing"));
    }

    private static Arguments is(TopologyRule rule, String sentence) {
        return Arguments.of(rule, sentence);
    }
}
