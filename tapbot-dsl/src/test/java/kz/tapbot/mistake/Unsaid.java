package kz.tapbot.mistake;

import java.util.List;

/**
 * A mistake that cannot be said, so that {@code javac} refuses it.
 *
 * @param title what it is, in a few words
 * @param source where it was told, as in {@link Mistake}
 * @param wrong the statement that does not compile
 * @param right one that does, and says what is meant
 */
record Unsaid(String title, String source, String wrong, String right) {

    static List<Unsaid> all() {
        return List.of(
                new Unsaid(
                        "a container with all rights over its server",
                        "overleaf/overleaf#727",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.confinement(f -> f.privileged()));",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.confinement(f -> f.adds(Capability.NET_RAW)));"),
                new Unsaid(
                        "the server's own network, and published ports that it ignores",
                        "docker/compose#8308",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.networkMode(\"host\").publishes(Port.tcp(8090)));",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.joins(web).publishes(Port.tcp(8090)));"),
                new Unsaid(
                        "a helper in the group docker, who is root by it",
                        "moby/moby#9976",
                        "delegate.groups(\"docker\");",
                        "delegate.mayInspect();"),
                new Unsaid(
                        "a volume without a name, which the next container does not get",
                        "redis/docs#2820",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.mounts(\"/data\"));",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.mounts(server.volume(\"a\"), \"/data\"));"));
    }

    /** The source as a link. */
    String link() {
        return "[" + source + "](https://github.com/" + source.replace("#", "/issues/") + ")";
    }

    @Override
    public String toString() {
        return title;
    }
}
