package kz.tapbot.rule.syntax;

import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.Subject;

/** Says what is demanded of services; in quotes the words of the sentence. */
public interface ServicesShould {

    /** Demands that there is no way at all: "not be reachable from the Internet". */
    ShouldConjunction<Subject.OfService, ServicesShould> notBeReachableFrom(Source source);

    /** Demands that every way asks for a login: "not be reachable without a login from the Internet". */
    ShouldConjunction<Subject.OfService, ServicesShould> notBeReachableWithoutLoginFrom(Source source);

    /** Demands that there is a way: "be reachable from server:app". */
    ShouldConjunction<Subject.OfService, ServicesShould> beReachableFrom(Source source);

    /** Demands that it has no way there: "not reach the Internet". */
    ShouldConjunction<Subject.OfService, ServicesShould> notReach(Target target);

    /** Demands that it has a way there: "reach service:data/postgres". */
    ShouldConjunction<Subject.OfService, ServicesShould> reach(Target target);

    /** Demands a health check: "have a health check". */
    ShouldConjunction<Subject.OfService, ServicesShould> haveHealthCheck();

    /** Demands a memory limit: "have a memory limit". */
    ShouldConjunction<Subject.OfService, ServicesShould> haveMemoryLimit();

    /** Demands that the image is pinned: "run an image with a digest". */
    ShouldConjunction<Subject.OfService, ServicesShould> haveDigest();

    /** Demands that it opens no port of its server: "not publish ports". */
    ShouldConjunction<Subject.OfService, ServicesShould> notPublishPorts();

    /** Demands that no network of it has a way out: "only be on internal networks". */
    ShouldConjunction<Subject.OfService, ServicesShould> onlyBeOnInternalNetworks();

    /** Demands that whoever is on its networks needs it, or is needed by it: "only share networks with what needs them". */
    ShouldConjunction<Subject.OfService, ServicesShould> onlyShareNetworksWithWhatNeedsThem();

    /** Demands that it has not the engine's socket: "not have the engine's socket". */
    ShouldConjunction<Subject.OfService, ServicesShould> notHaveEngineSocket();

    /** Demands that all precious data is saved: "have their data in backups". */
    ShouldConjunction<Subject.OfService, ServicesShould> haveTheirDataInBackups();

    /** Demands that the engine starts it after a crash or a reboot: "be started again". */
    ShouldConjunction<Subject.OfService, ServicesShould> beStartedAgain();
}
