package kz.tapbot.service;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.value.InvalidValueException;

/** A declared Qdrant server. */
@SpeaksForCaller
public final class QdrantRef implements ServiceRef {

    private final Declaration on;
    private final ContainerRef container;
    private final VolumeRef volume;
    private final NetworkRef network;
    private final Secret apiKey;

    QdrantRef(Declaration on, ContainerRef container, VolumeRef volume, NetworkRef network, Secret apiKey) {
        this.on = on;
        this.container = container;
        this.volume = volume;
        this.network = network;
        this.apiKey = apiKey;
    }

    @Override
    public ContainerRef container() {
        return container;
    }

    /** The network over which clients reach it. */
    public NetworkRef network() {
        return network;
    }

    /** The host name by which clients on the network reach it. */
    public String host() {
        return id().service().value();
    }

    /** The port of its HTTP interface. */
    public Port http() {
        return Port.tcp(Qdrant.HTTP);
    }

    /** The port of its gRPC interface. */
    public Port grpc() {
        return Port.tcp(Qdrant.GRPC);
    }

    /** The key that clients show. */
    public Secret apiKey() {
        return apiKey;
    }

    /**
     * Declares a collection and returns it as data for a backup. Qdrant cannot change the vectors of a collection that exists: a
     * declaration that says others fails when it is applied, and loses nothing.
     *
     * @param name lower-case letters, digits and hyphens, beginning with a letter
     * @param size the number of dimensions, 1 to 65536
     * @param distance how nearness is measured
     * @throws InvalidValueException if the name or the size is out of range
     */
    public DataRef collection(String name, int size, Distance distance) {
        String checked = DataName.of(name).value();
        if (size < 1 || size > 65_536) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A vector of Qdrant has 1 to 65536 dimensions, not " + size + ".");
        }
        on.provides(
                container,
                "collection",
                checked,
                p -> p.probe(QdrantCalls.probe(checked, size, distance))
                        .create(QdrantCalls.create(checked, size, distance))
                        .attribute("size", Integer.toString(size))
                        .attribute("distance", distance.word()));
        return container.stores(
                checked,
                DataKind.COLLECTION,
                data -> data.in(volume).dump(QdrantCalls.dump(checked)).restore(QdrantCalls.restore(checked)));
    }
}
