package kz.tapbot.rule.internal;

import kz.tapbot.model.net.Port;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.ServersShould;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** The words by which something is demanded of servers. */
final class ServersDemands implements ServersShould {

    private final Demanding<Subject.OfServer, ServersShould> demanding;

    ServersDemands(Demanding<Subject.OfServer, ServersShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfServer, ServersShould> haveFirewall() {
        return demanding.must(Servers.FIREWALL);
    }

    @Override
    public ShouldConjunction<Subject.OfServer, ServersShould> onlyOpenToTheInternet(Port... ports) {
        return demanding.must(Servers.onlyOpen(ports));
    }

    @Override
    public ShouldConjunction<Subject.OfServer, ServersShould> refusePasswords() {
        return demanding.must(Servers.KEYS_ONLY);
    }

    @Override
    public ShouldConjunction<Subject.OfServer, ServersShould> haveHostKey() {
        return demanding.must(Servers.HOST_KEY);
    }

    @Override
    public ShouldConjunction<Subject.OfServer, ServersShould> beAdministeredFromKnownAddresses() {
        return demanding.must(Servers.ADMINISTERED);
    }

    @Override
    public ShouldConjunction<Subject.OfServer, ServersShould> installUpdates() {
        return demanding.must(Servers.UPDATES);
    }
}
