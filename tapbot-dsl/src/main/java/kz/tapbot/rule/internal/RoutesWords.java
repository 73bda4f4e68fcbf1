package kz.tapbot.rule.internal;

import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Trait;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.RoutesShould;
import kz.tapbot.rule.syntax.RoutesThat;

/** The words by which routes are chosen. */
final class RoutesWords implements RoutesThat {

    private final Choosing<Subject.OfRoute, RoutesThat, RoutesShould> choosing;

    RoutesWords(Choosing<Subject.OfRoute, RoutesThat, RoutesShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> areFor(String host) {
        return choosing.where(
                "are for " + host, route -> route.route().host().value().equals(host));
    }

    @Override
    public GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> areOn(String server) {
        return choosing.where(
                "are on server " + server,
                route -> route.of().server().name().value().equals(server));
    }

    @Override
    public GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> leadToWebInterfaces() {
        return choosing.where(
                "lead to pages for people", route -> route.of().service().is(Trait.WEB_INTERFACE));
    }

    @Override
    public GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> leadToAdminInterfaces() {
        return choosing.where(
                "lead to admin interfaces",
                route -> route.of().service().is(Trait.ADMIN_INTERFACE) || Services.hasEngineAccess(route.of()));
    }

    @Override
    public GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> areForEverybody() {
        return choosing.where(
                "are meant for everybody", route -> route.route().login().kind() == LoginKind.NOBODY);
    }
}
