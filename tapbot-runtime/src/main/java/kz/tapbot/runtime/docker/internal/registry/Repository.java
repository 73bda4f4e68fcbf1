package kz.tapbot.runtime.docker.internal.registry;

import java.net.URI;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.service.Image;

/**
 * Where the tags of an image are.
 *
 * @param registry the registry, as references call it
 * @param base where it is asked, without a slash at the end
 * @param path the name in it
 */
record Repository(RegistryHost registry, URI base, String path) {

    private static final String HUB = "https://registry-1.docker.io";

    static Repository of(Image image) {
        RegistryHost registry = image.registry();
        String name = image.name();
        String path = RegistryHost.isSaidIn(name) ? name.substring(name.indexOf('/') + 1) : name;
        if (registry.equals(RegistryHost.DOCKER_HUB)) {
            return new Repository(registry, URI.create(HUB), path.indexOf('/') < 0 ? "library/" + path : path);
        }
        String host = registry.value();
        boolean loopback = host.startsWith("127.") || host.equals("localhost") || host.startsWith("localhost:");
        return new Repository(registry, URI.create((loopback ? "http://" : "https://") + host), path);
    }
}
