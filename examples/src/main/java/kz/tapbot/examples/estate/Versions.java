package kz.tapbot.examples.estate;

/**
 * What runs, in one place, so that an update is a change of one line.
 *
 * @param traefik the proxy of both servers
 * @param n8n workflows
 * @param directus content
 */
public record Versions(String traefik, String n8n, String directus) {

    /** What runs today. */
    public static final Versions TODAY = new Versions("3.6.1", "1.121.3", "10.10.0");

    /** The same with another Directus. */
    public Versions directus(String version) {
        return new Versions(traefik, n8n, version);
    }
}
