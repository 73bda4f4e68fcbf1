package kz.tapbot.rule.syntax;

import kz.tapbot.reach.Source;
import kz.tapbot.rule.Subject;

/** Says which services; in quotes the words of the sentence. */
public interface ServicesThat {

    /** Chooses by name: "are named postgres". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areNamed(String... names);

    /** Chooses by server: "are on server data". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areOn(String server);

    /** Chooses by the kind that declared them: "are of kind postgres". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areOfKind(String kind);

    /** Chooses by the image's name without tag: "run image nginx". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> runImage(String name);

    /** Chooses those that keep the estate's data: "are databases". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areDatabases();

    /** Chooses those that keep what can be made again: "are caches". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areCaches();

    /** Chooses those that pass requests on: "are proxies". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areProxies();

    /** Chooses those that rule over the server or other services: "are admin interfaces". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areAdminInterfaces();

    /** Chooses those that speak with the container engine, said or not: "have engine access". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> haveEngineAccess();

    /** Chooses by network: "are on network web". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areOnNetwork(String network);

    /** Chooses those that open a port of their server: "publish a port". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> arePublished();

    /** Chooses those that a proxy serves: "are served under a host name". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areRouted();

    /** Chooses those that store what is lost without a backup: "store data that is lost without a backup". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> storeData();

    /** Chooses those that somebody reaches: "are reachable from the Internet". */
    GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areReachableFrom(Source source);
}
