package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.PruneType;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Images that stand in for the official ones under their names, built on the engine from Debian's packages: once, for as long as nothing that they are
 * made of changes. An image that somebody else put there under such a name is taken as it is.
 */
final class LabImages {

    /** Says of an image, and so of every container of it, that it is of the lab: the hash of all that the images are made of. */
    static final String LABEL = "kz.tapbot.lab";

    private static final String OURS = "tapbot-lab/";

    /** The last part of a repository's name: what stands in for it. */
    private static final Set<String> PRODUCTS = Set.of(
            "postgres",
            "redis",
            "caddy",
            "pebble",
            "directus",
            "pgadmin4",
            "portainer-ce",
            "n8n",
            "qdrant",
            "dozzle",
            "traefik",
            "page");

    private final DockerClient client;
    private final BuildFiles files = BuildFiles.read();

    LabImages(DockerClient client) {
        this.client = client;
    }

    /**
     * Sees to it that the engine has them.
     *
     * @param names such as {@code postgres:16.9}
     * @throws IllegalArgumentException if nothing stands in for one of them
     */
    void have(Collection<String> names) {
        for (String name : new TreeSet<>(names)) {
            if (isMissing(name)) {
                String product = product(name);
                String built = OURS + product + ":" + files.hash();
                if (!isThere(built)) {
                    build(product, built);
                }
                int colon = name.lastIndexOf(':');
                client.tagImageCmd(built, name.substring(0, colon), name.substring(colon + 1))
                        .exec();
            }
        }
    }

    private static String product(String name) {
        String product = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf(':'));
        if (!PRODUCTS.contains(product)) {
            throw new IllegalArgumentException(
                    "The lab has nothing that stands in for " + name + ", only for " + PRODUCTS);
        }
        return product;
    }

    /** Missing, or built by the lab from something else than today. */
    private boolean isMissing(String name) {
        try {
            Map<String, String> labels =
                    labels(client.inspectImageCmd(name).exec().getConfig());
            return labels.containsKey(LABEL) && !files.hash().equals(labels.get(LABEL));
        } catch (NotFoundException e) {
            return true;
        }
    }

    private static Map<String, String> labels(com.github.dockerjava.api.model.@Nullable ContainerConfig config) {
        return config == null || config.getLabels() == null ? Map.of() : config.getLabels();
    }

    private boolean isThere(String built) {
        try {
            client.inspectImageCmd(built).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private void build(String product, String built) {
        String base = OURS + "base:" + files.hash();
        if (!isThere(base)) {
            dropOld();
            build(files.base(), base);
        }
        build(files.of(product, base), built);
    }

    /** On the network of the engine's machine, which reaches Debian's mirror if anything there does. */
    private void build(byte[] context, String name) {
        BuildImageCmd command = client.buildImageCmd(new ByteArrayInputStream(context))
                .withNetworkMode("host")
                .withLabels(Map.of(LABEL, files.hash()))
                .withTags(Set.of(name));
        String mirror = System.getProperty("tapbot.lab.mirror", "");
        if (!mirror.isEmpty()) {
            command.withBuildArg("MIRROR", mirror);
        }
        command.exec(new BuildImageResultCallback()).awaitImageId();
    }

    /** Takes the names from images that an earlier state of the lab built, so that they do not pile up. */
    private void dropOld() {
        for (Image image : client.listImagesCmd().withLabelFilter(LABEL).exec()) {
            String[] tags = image.getRepoTags();
            Arrays.stream(tags == null ? new String[0] : tags)
                    .filter(tag -> tag.startsWith(OURS))
                    .forEach(this::untag);
        }
        client.pruneCmd(PruneType.IMAGES)
                .withDangling(true)
                .withLabelFilter(LABEL)
                .exec();
    }

    private void untag(String tag) {
        try {
            client.removeImageCmd(tag).withForce(true).exec();
        } catch (DockerException e) {
            // Something still runs it; it goes when the next one is built.
        }
    }
}
