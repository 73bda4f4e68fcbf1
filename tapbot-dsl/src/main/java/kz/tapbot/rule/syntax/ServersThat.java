package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says which servers; in quotes the words of the sentence. */
public interface ServersThat {

    /** Chooses by name: "are named data". */
    GivenConjunction<Subject.OfServer, ServersThat, ServersShould> areNamed(String... names);

    /** Chooses those with services in containers: "run containers". */
    GivenConjunction<Subject.OfServer, ServersThat, ServersShould> runContainers();

    /** Chooses those that refuse what is not declared: "have a firewall". */
    GivenConjunction<Subject.OfServer, ServersThat, ServersShould> haveFirewall();
}
