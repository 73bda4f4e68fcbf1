package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says which networks; in quotes the words of the sentence. */
public interface NetworksThat {

    /** Chooses by name: "are named web". */
    GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> areNamed(String... names);

    /** Chooses those without a way out: "are internal". */
    GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> areInternal();

    /** Chooses those with a database on them: "hold databases". */
    GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> holdDatabases();

    /** Chooses those with a proxy on them: "hold proxies". */
    GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> holdProxies();
}
