package kz.tapbot.rule.internal;

import kz.tapbot.reach.Source;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.RoutesShould;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** The words by which something is demanded of routes. */
final class RoutesDemands implements RoutesShould {

    private final Demanding<Subject.OfRoute, RoutesShould> demanding;

    RoutesDemands(Demanding<Subject.OfRoute, RoutesShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfRoute, RoutesShould> askForLogin() {
        return demanding.must(Routes.LOGIN);
    }

    @Override
    public ShouldConjunction<Subject.OfRoute, RoutesShould> beOpenToKnownAddressesOnly() {
        return demanding.must(Routes.KNOWN);
    }

    @Override
    public ShouldConjunction<Subject.OfRoute, RoutesShould> notBeReachableFrom(Source source) {
        return demanding.must(Routes.notReachableFrom(source));
    }

    @Override
    public ShouldConjunction<Subject.OfRoute, RoutesShould> beReachableFrom(Source source) {
        return demanding.must(Routes.reachableFrom(source));
    }

    @Override
    public ShouldConjunction<Subject.OfRoute, RoutesShould> leadToServicesWithHealthCheck() {
        return demanding.must(Routes.HEALTH);
    }
}
