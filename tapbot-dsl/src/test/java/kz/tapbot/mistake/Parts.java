package kz.tapbot.mistake;

import java.util.function.Consumer;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Secret;

/** What several accidents happen to. */
final class Parts {

    private Parts() {}

    static void app(Scene s, Consumer<ContainerSpec> more) {
        s.program("app", "example/app:1.0.0", more);
    }

    static ContainerSpec served(Scene s, ContainerSpec c) {
        return c.healthCheck(h -> h.command("/healthy"))
                .servedBy(s.proxy(), s.zone().host("app"), 8080, Access.everybodyBecause("it is a page"));
    }

    static void postgres(Scene s, Consumer<ContainerSpec> more) {
        s.store("db", "postgres:16.9", c -> {
            c.mounts(s.volume("tables"), "/var/lib/postgresql/data")
                    .environment("POSTGRES_PASSWORD", Secret.generated("db"));
            more.accept(c);
        });
    }
}
