package kz.tapbot.runtime.memory.internal.act;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.memory.internal.host.Links;
import kz.tapbot.runtime.memory.internal.machine.Manifest;
import kz.tapbot.runtime.operation.PutLink;
import kz.tapbot.runtime.operation.PutLinkKey;
import kz.tapbot.runtime.operation.RemoveLink;
import kz.tapbot.runtime.operation.RemoveLinkKey;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.resource.LinkPeer;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations on links between servers. */
final class LinkWork {

    /** Under what is remembered which key was made. */
    static final String PUBLIC_KEY = "public-key";

    private final Bench bench;

    LinkWork(Bench bench) {
        this.bench = bench;
    }

    private void needTools(String doing) {
        if (!bench.host().packages().has("wireguard-tools")) {
            throw new OperationFailedException(doing + " failed: wireguard-tools is not installed.");
        }
    }

    /** One that is not as it was made is not trusted, and another one takes its place. */
    void putKey(PutLinkKey operation) {
        LinkKeyResource key = operation.key();
        needTools("Making a key for link " + key.link());
        bench.refuseOthers(key.address());
        String name = key.link() + "." + key.number();
        Links links = bench.host().links();
        Optional<String> made = bench.machine()
                .manifest()
                .at(key.address())
                .map(entry -> entry.remembered().get(PUBLIC_KEY));
        if (links.key(name).isPresent() && !links.key(name).equals(made)) {
            links.removeKey(name);
        }
        String publicKey = links.makeKey(name);
        bench.claim(key);
        bench.machine().manifest().at(key.address()).ifPresent(entry -> {
            NavigableMap<String, String> remembered = new TreeMap<>(entry.remembered());
            remembered.put(PUBLIC_KEY, publicKey);
            bench.machine()
                    .manifest()
                    .put(key.address(), new Manifest.Entry(entry.mark(), entry.written(), remembered));
        });
        bench.contents().tell(key.address(), publicKey);
    }

    void removeKey(RemoveLinkKey operation) {
        if (bench.ours(operation.address())) {
            bench.host().links().removeKey(operation.name());
            bench.forget(operation.address());
        }
    }

    void put(PutLink operation) {
        LinkResource link = operation.link();
        needTools("Setting link " + link.name());
        bench.refuseOthers(link.address());
        NavigableMap<Address, String> keys = new TreeMap<>();
        keys.put(link.key(), known(link, link.key()));
        for (LinkPeer peer : link.peers()) {
            keys.put(peer.key(), known(link, peer.key()));
        }
        bench.host().links().put(new Links.End(link, keys));
        bench.claim(link);
    }

    private String known(LinkResource link, Address key) {
        return bench.contents()
                .publicKey(key)
                .orElseThrow(() -> new OperationFailedException(
                        "Setting link " + link.name() + " failed: nothing is known of " + key + "."));
    }

    void remove(RemoveLink operation) {
        if (bench.ours(operation.address())) {
            bench.host().links().remove(operation.name());
            bench.forget(operation.address());
        }
    }
}
