package kz.tapbot.rule.syntax;

import kz.tapbot.model.net.Port;
import kz.tapbot.rule.Subject;

/** Says what is demanded of servers; in quotes the words of the sentence. */
public interface ServersShould {

    /** Demands a firewall: "have a firewall". */
    ShouldConjunction<Subject.OfServer, ServersShould> haveFirewall();

    /** Demands that the Internet reaches no other port: "only open 80/tcp and 443/tcp to the Internet". */
    ShouldConjunction<Subject.OfServer, ServersShould> onlyOpenToTheInternet(Port... ports);

    /** Demands that SSH takes keys only: "refuse passwords". */
    ShouldConjunction<Subject.OfServer, ServersShould> refusePasswords();

    /** Demands that the host key is known: "have a pinned host key". */
    ShouldConjunction<Subject.OfServer, ServersShould> haveHostKey();

    /** Demands that SSH is open to some addresses only: "be administered from known addresses". */
    ShouldConjunction<Subject.OfServer, ServersShould> beAdministeredFromKnownAddresses();

    /** Demands that packages are kept up to date: "install updates by themselves". */
    ShouldConjunction<Subject.OfServer, ServersShould> installUpdates();
}
