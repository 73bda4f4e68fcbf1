package kz.tapbot.rule.syntax;

import kz.tapbot.reach.Source;
import kz.tapbot.rule.Subject;

/** Says what is demanded of routes; in quotes the words of the sentence. */
public interface RoutesShould {

    /** Demands a login, of the service or the proxy: "ask for a login". */
    ShouldConjunction<Subject.OfRoute, RoutesShould> askForLogin();

    /** Demands that strangers get no answer at all: "be open to known addresses only". */
    ShouldConjunction<Subject.OfRoute, RoutesShould> beOpenToKnownAddressesOnly();

    /** Demands that somebody does not get there: "not be reachable from the Internet". */
    ShouldConjunction<Subject.OfRoute, RoutesShould> notBeReachableFrom(Source source);

    /** Demands that somebody gets there: "be reachable from the Internet". */
    ShouldConjunction<Subject.OfRoute, RoutesShould> beReachableFrom(Source source);

    /** Demands that what answers can tell its health: "lead to services with a health check". */
    ShouldConjunction<Subject.OfRoute, RoutesShould> leadToServicesWithHealthCheck();
}
