package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.ServersShould;
import kz.tapbot.rule.syntax.ServersThat;

/** The words by which servers are chosen. */
final class ServersWords implements ServersThat {

    private final Choosing<Subject.OfServer, ServersThat, ServersShould> choosing;

    ServersWords(Choosing<Subject.OfServer, ServersThat, ServersShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfServer, ServersThat, ServersShould> areNamed(String... names) {
        return choosing.where(
                "are named " + Words.or(names),
                Words.named(names, server -> server.server().name().value()));
    }

    @Override
    public GivenConjunction<Subject.OfServer, ServersThat, ServersShould> runContainers() {
        return choosing.where(
                "run containers",
                server -> server.server().services().stream().anyMatch(service -> !service.planned()));
    }

    @Override
    public GivenConjunction<Subject.OfServer, ServersThat, ServersShould> haveFirewall() {
        return choosing.where("have a firewall", server -> server.server().firewall());
    }
}
