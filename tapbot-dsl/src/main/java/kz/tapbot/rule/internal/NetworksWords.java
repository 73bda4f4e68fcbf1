package kz.tapbot.rule.internal;

import kz.tapbot.model.service.Trait;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.NetworksShould;
import kz.tapbot.rule.syntax.NetworksThat;

/** The words by which networks are chosen. */
final class NetworksWords implements NetworksThat {

    private final Choosing<Subject.OfNetwork, NetworksThat, NetworksShould> choosing;

    NetworksWords(Choosing<Subject.OfNetwork, NetworksThat, NetworksShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> areNamed(String... names) {
        return choosing.where(
                "are named " + Words.or(names),
                Words.named(names, network -> network.network().name().value()));
    }

    @Override
    public GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> areInternal() {
        return choosing.where("are internal", network -> network.network().internal());
    }

    @Override
    public GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> holdDatabases() {
        return choosing.where("hold databases", network -> Networks.any(network, Trait.DATABASE));
    }

    @Override
    public GivenConjunction<Subject.OfNetwork, NetworksThat, NetworksShould> holdProxies() {
        return choosing.where("hold proxies", network -> Networks.any(network, Trait.PROXY));
    }
}
