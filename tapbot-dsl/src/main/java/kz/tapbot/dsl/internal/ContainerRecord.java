package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.value.ContainerPath;
import org.jspecify.annotations.Nullable;

/** A container while it is declared: one builder of the model, and what can be replaced or is judged only when all is said. */
final class ContainerRecord {

    private final ServerRecord server;
    private final ServiceId id;
    private final Notes notes;
    private final Service.Builder builder;
    private final Map<NetworkId, Set<String>> networks = new HashMap<>(4);
    private final Map<String, Publication> publications = new TreeMap<>();
    private final Map<ContainerPath, ContainerFile> files = new TreeMap<>();
    private final Map<ContainerPath, Mount> mounts = new TreeMap<>();
    private final Map<String, Route> routes = new TreeMap<>();
    private final List<Supplier<Optional<StoredData>>> stores = new ArrayList<>(1);
    private final List<Supplier<Optional<Provision>>> provisions = new ArrayList<>(1);
    private Limits.@Nullable Builder limits;
    private Confinement.@Nullable Builder confinement;
    private HealthDraft health = HealthDraft.NONE;

    ContainerRecord(ServerRecord server, ServiceId id, DeclaredAt declared) {
        this.server = server;
        this.id = id;
        this.notes = new Notes(id.address(), declared);
        this.builder = Service.builder().name(id.service()).kind(Kinds.CONTAINER);
    }

    Estate estate() {
        return server.estate();
    }

    ServerRecord server() {
        return server;
    }

    ServiceId id() {
        return id;
    }

    Notes notes() {
        return notes;
    }

    Service.Builder builder() {
        return builder;
    }

    void image(Setting<Image> image) {
        builder.image(image.value());
        notes.put("image", image.at());
    }

    void join(NetworkId network, String... aliases) {
        Set<String> all = networks.get(network);
        if (all == null) {
            all = aliases.length == 0 ? Set.of() : new TreeSet<>();
        } else if (aliases.length > 0) {
            all = new TreeSet<>(all);
        }
        if (aliases.length > 0) {
            Collections.addAll(all, aliases);
        }
        networks.put(network, all);
    }

    void publish(String key, Publication publication) {
        publications.put(key, publication);
    }

    void file(ContainerFile file) {
        files.put(file.path(), file);
    }

    void mount(Mount mount) {
        mounts.put(mount.target(), mount);
    }

    void route(String key, Route route) {
        routes.put(key, route);
    }

    Limits.Builder limits() {
        if (limits == null) {
            limits = Limits.builder();
        }
        return limits;
    }

    Confinement.Builder confinement() {
        if (confinement == null) {
            confinement = Confinement.builder();
        }
        return confinement;
    }

    HealthDraft health() {
        return health;
    }

    void health(HealthDraft draft) {
        health = draft;
    }

    void store(Supplier<Optional<StoredData>> data) {
        stores.add(data);
    }

    void provide(Supplier<Optional<Provision>> provision) {
        provisions.add(provision);
    }

    /** The routes as they are by now. */
    List<Route> routes() {
        return List.copyOf(routes.values());
    }

    /** The service as it is by now. */
    Service freeze() {
        List<Attachment> attachments = new ArrayList<>(networks.size());
        networks.forEach((network, aliases) -> attachments.add(new Attachment(network, List.copyOf(aliases))));
        builder.networks(attachments).publications(publications.values()).files(files.values());
        builder.mounts(mounts.values()).routes(routes()).stores(present(stores)).provisions(present(provisions));
        if (limits != null) {
            builder.limits(limits.build());
        }
        if (confinement != null) {
            builder.confinement(confinement.build());
        }
        health.complete(estate(), notes).ifPresent(builder::healthCheck);
        return builder.places(notes.places()).build();
    }

    private static <T> List<T> present(List<Supplier<Optional<T>>> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        return drafts.stream().flatMap(draft -> draft.get().stream()).toList();
    }
}
