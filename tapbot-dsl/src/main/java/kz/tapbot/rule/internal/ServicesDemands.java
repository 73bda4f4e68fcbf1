package kz.tapbot.rule.internal;

import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.ServicesShould;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** The words by which something is demanded of services. */
final class ServicesDemands implements ServicesShould {

    private final Demanding<Subject.OfService, ServicesShould> demanding;

    ServicesDemands(Demanding<Subject.OfService, ServicesShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> notBeReachableFrom(Source source) {
        return demanding.must(Services.notReachableFrom(source));
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> notBeReachableWithoutLoginFrom(Source source) {
        return demanding.must(Services.notReachableWithoutLoginFrom(source));
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> beReachableFrom(Source source) {
        return demanding.must(Services.reachableFrom(source));
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> notReach(Target target) {
        return demanding.must(Services.notReach(target));
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> reach(Target target) {
        return demanding.must(Services.reach(target));
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> haveHealthCheck() {
        return demanding.must(Services.HEALTH_CHECK);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> haveMemoryLimit() {
        return demanding.must(Services.MEMORY_LIMIT);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> haveDigest() {
        return demanding.must(Services.DIGEST);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> notPublishPorts() {
        return demanding.must(Services.NO_PORTS);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> onlyBeOnInternalNetworks() {
        return demanding.must(Services.INTERNAL_ONLY);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> onlyShareNetworksWithWhatNeedsThem() {
        return demanding.must(Services.SHARE);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> notHaveEngineSocket() {
        return demanding.must(Services.NO_SOCKET);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> haveTheirDataInBackups() {
        return demanding.must(Services.SAVED);
    }

    @Override
    public ShouldConjunction<Subject.OfService, ServicesShould> beStartedAgain() {
        return demanding.must(Services.RESTARTED);
    }
}
