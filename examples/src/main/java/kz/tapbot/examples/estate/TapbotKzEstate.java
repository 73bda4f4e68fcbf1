package kz.tapbot.examples.estate;

import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.Cidr;

/** The estate as a whole: who and what is shared, the two servers, the link between them, what is saved and watched. */
public final class TapbotKzEstate {

    /** The estate as it runs today. */
    public static final Topology TOPOLOGY = topology(Versions.TODAY);

    private TapbotKzEstate() {}

    /** The estate with given versions. */
    public static Topology topology(Versions versions) {
        return Tapbot.topology("tapbot-kz", t -> {
            t.describedAs("Business automation: AI bots, workflow automation, content");
            var shared = new Shared(
                    t.addresses("admins", "198.51.100.7/32", "2001:db8:7::/64"),
                    t.zone("tapbot.kz", z -> z.provider("outside DNS provider")),
                    t.letsEncrypt("ops@tapbot.kz", a -> a.httpChallenge()),
                    versions);

            var app = AppServer.declare(t, shared);
            var data = DataServer.declare(t, shared);

            t.link(
                    "private",
                    Cidr.of("10.99.0.0/24"),
                    l -> l.joins(app.server(), data.server())
                            .lets(app.n8n())
                            .reach(data.directus(), 8055)
                            .lets(app.n8n())
                            .reach(data.postgres(), 5432));

            Safety.declare(t, app, data);
        });
    }
}
