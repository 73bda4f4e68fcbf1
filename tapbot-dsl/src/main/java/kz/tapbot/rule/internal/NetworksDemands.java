package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.NetworksShould;
import kz.tapbot.rule.syntax.ShouldConjunction;

/** The words by which something is demanded of networks. */
final class NetworksDemands implements NetworksShould {

    private final Demanding<Subject.OfNetwork, NetworksShould> demanding;

    NetworksDemands(Demanding<Subject.OfNetwork, NetworksShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfNetwork, NetworksShould> beInternal() {
        return demanding.must(Networks.INTERNAL);
    }

    @Override
    public ShouldConjunction<Subject.OfNetwork, NetworksShould> haveSubnet() {
        return demanding.must(Networks.SUBNET);
    }

    @Override
    public ShouldConjunction<Subject.OfNetwork, NetworksShould> notHoldDatabases() {
        return demanding.must(Networks.NO_DATABASES);
    }
}
