package kz.tapbot.dsl.internal;

import kz.tapbot.dsl.LinkSpec;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;

/** The scope of a link between servers. */
final class LinkScope extends ScopeBase<LinkSpec> implements LinkSpec {

    private final Link.Builder builder;

    LinkScope(Estate estate, Notes notes, Link.Builder builder) {
        super(estate, notes);
        this.builder = builder;
    }

    @Override
    LinkSpec self() {
        return this;
    }

    @Override
    public LinkSpec joins(ServerRef... servers) {
        for (ServerRef server : servers) {
            if (accepts(server, note("servers." + server.name()))) {
                builder.addServers(server.name());
            }
        }
        return this;
    }

    @Override
    public LinkSpec port(int port) {
        if (once("port")) {
            builder.port(Port.udp(port).number());
        }
        return this;
    }

    @Override
    public LinkSpec keys(int number) {
        if (once("keys")) {
            builder.keys(Link.keyNumber(number));
        }
        return this;
    }

    @Override
    public Permission lets(ServiceRef from) {
        boolean known = accepts(from.container(), here());
        return (to, port) -> {
            DeclaredAt at = here();
            if (accepts(to.container(), at) && known) {
                LinkPermit permit =
                        new LinkPermit(from.id(), to.id(), Port.tcp(port).number());
                note("permits." + from.id() + " to " + to.id() + " " + port, at);
                builder.addPermits(permit);
            }
            return this;
        };
    }
}
