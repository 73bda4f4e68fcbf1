package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says which routes; in quotes the words of the sentence. */
public interface RoutesThat {

    /** Chooses by host name: "are for dir.example.com". */
    GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> areFor(String host);

    /** Chooses by server: "are on server data". */
    GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> areOn(String server);

    /** Chooses those to pages for people: "lead to pages for people". */
    GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> leadToWebInterfaces();

    /** Chooses those to pages that rule over the server or other services: "lead to admin interfaces". */
    GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> leadToAdminInterfaces();

    /** Chooses those declared to ask nobody for a login: "are meant for everybody". */
    GivenConjunction<Subject.OfRoute, RoutesThat, RoutesShould> areForEverybody();
}
