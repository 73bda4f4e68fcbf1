package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says what is demanded of networks; in quotes the words of the sentence. */
public interface NetworksShould {

    /** Demands that there is no way out: "be internal". */
    ShouldConjunction<Subject.OfNetwork, NetworksShould> beInternal();

    /** Demands that the addresses are declared: "have a declared subnet". */
    ShouldConjunction<Subject.OfNetwork, NetworksShould> haveSubnet();

    /** Demands that no database is on it: "not hold databases". */
    ShouldConjunction<Subject.OfNetwork, NetworksShould> notHoldDatabases();
}
