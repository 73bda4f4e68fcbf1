package kz.tapbot.runtime.docker.internal.registry;

import java.net.URI;
import kz.tapbot.model.service.Image;

/**
 * Where the tags of an image are.
 *
 * @param base the registry, without a slash at the end
 * @param path the name in it
 */
record Repository(URI base, String path) {

    private static final String HUB = "https://registry-1.docker.io";

    /** As engines read it: what is before the first slash is a registry if it has a dot or a colon, or is localhost; all others are at Docker Hub. */
    static Repository of(Image image) {
        String name = image.name();
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean host = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        if (!host || first.equals("docker.io")) {
            String rest = host ? name.substring(slash + 1) : name;
            return new Repository(URI.create(HUB), rest.indexOf('/') < 0 ? "library/" + rest : rest);
        }
        boolean loopback = first.startsWith("127.") || first.equals("localhost") || first.startsWith("localhost:");
        return new Repository(URI.create((loopback ? "http://" : "https://") + first), name.substring(slash + 1));
    }
}
