package kz.tapbot.rule.internal;

import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.service.Trait;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.ServicesShould;
import kz.tapbot.rule.syntax.ServicesThat;

/** The words by which services are chosen. */
final class ServicesWords implements ServicesThat {

    private final Choosing<Subject.OfService, ServicesThat, ServicesShould> choosing;

    ServicesWords(Choosing<Subject.OfService, ServicesThat, ServicesShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areNamed(String... names) {
        return choosing.where(
                "are named " + Words.or(names),
                Words.named(names, service -> service.service().name().value()));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areOn(String server) {
        return choosing.where(
                "are on server " + server,
                service -> service.server().name().value().equals(server));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areOfKind(String kind) {
        return choosing.where(
                "are of kind " + kind,
                service -> service.service().kind().value().equals(kind));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> runImage(String name) {
        return choosing.where(
                "run image " + name, service -> service.service().image().name().equals(name));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areDatabases() {
        return choosing.where("are databases", Services.is(Trait.DATABASE));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areCaches() {
        return choosing.where("are caches", Services.is(Trait.CACHE));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areProxies() {
        return choosing.where("are proxies", Services.is(Trait.PROXY));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areAdminInterfaces() {
        return choosing.where("are admin interfaces", Services.is(Trait.ADMIN_INTERFACE));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> haveEngineAccess() {
        return choosing.where("have engine access", Services::hasEngineAccess);
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areOnNetwork(String network) {
        return choosing.where(
                "are on network " + network,
                service -> service.service().networks().stream()
                        .anyMatch(on -> on.network().network().value().equals(network)));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> arePublished() {
        return choosing.where(
                "publish a port", service -> !service.service().publications().isEmpty());
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areRouted() {
        return choosing.where(
                "are served under a host name",
                service -> !service.service().routes().isEmpty());
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> storeData() {
        return choosing.where(
                "store data that is lost without a backup",
                service -> service.service().stores().stream().anyMatch(StoredData::precious));
    }

    @Override
    public GivenConjunction<Subject.OfService, ServicesThat, ServicesShould> areReachableFrom(Source source) {
        return choosing.where(
                "are reachable from " + source,
                service -> service.estate()
                        .reachability()
                        .ask(source, Target.service(service.id()))
                        .isReached());
    }
}
