package kz.tapbot.runtime.host.internal.act;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.HostScripts;
import kz.tapbot.runtime.host.internal.look.LinkReading;
import kz.tapbot.runtime.host.internal.look.LinkRules;
import kz.tapbot.runtime.operation.PutLink;
import kz.tapbot.runtime.operation.PutLinkKey;
import kz.tapbot.runtime.operation.RemoveLink;
import kz.tapbot.runtime.operation.RemoveLinkKey;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.resource.LinkPeer;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Links to other servers. Private keys are made on the server and read there only. */
final class LinkWork {

    private static final String UNIT = "tapbot-link@.service";
    private static final String RULES_UNIT = "tapbot-link-rules@.service";

    private final Bench bench;

    LinkWork(Bench bench) {
        this.bench = bench;
    }

    private void needTools(String doing) {
        if (!bench.ask("have", "wireguard-tools").equals("yes")) {
            throw new OperationFailedException(doing + " failed: wireguard-tools is not installed.");
        }
    }

    void putKey(PutLinkKey operation) {
        LinkKeyResource key = operation.key();
        String doing = "Making a key for link " + key.link();
        bench.refuseOthers(key.address());
        needTools(doing);
        bench.keyed();
        String path = Places.linkKey(key.link() + "." + key.number());
        NavigableMap<String, String> before =
                new TreeMap<>(bench.noted(key.address()).map(Entry::remembered).orElse(new TreeMap<>()));
        String known = before.getOrDefault(LinkReading.PUBLIC_KEY, "");
        bench.bring(entry(key, before), doing, steps -> steps.of("link_key", path, known));
        String publicKey = bench.ask("link_public", path);
        if (!publicKey.matches("[A-Za-z0-9+/]{43}=")) {
            throw new OperationFailedException(doing + " failed: what it says of its public half is no key.");
        }
        NavigableMap<String, String> after = new TreeMap<>();
        after.put(LinkReading.PUBLIC_KEY, publicKey);
        bench.bring(entry(key, after), doing, steps -> {});
        bench.contents().tell(key.address(), publicKey);
    }

    private Entry entry(LinkKeyResource key, NavigableMap<String, String> remembered) {
        return bench.entry(key, true, new TreeSet<>(), remembered);
    }

    void removeKey(RemoveLinkKey operation) {
        bench.take(
                operation.address(),
                "Removing the key " + operation.name(),
                steps -> steps.of("remove", Places.linkKey(operation.name())));
    }

    void put(PutLink operation) {
        LinkResource link = operation.link();
        String doing = "Setting link " + link.name();
        String device = Places.linkInterface(link.name());
        bench.refuseOthers(link.address());
        needTools(doing);
        if (bench.ask("link_foreign", device).equals("yes")) {
            throw new OperationFailedException(
                    doing + " failed: there is an interface " + device
                            + " already, which is not ours. Nothing was changed. Call the link otherwise, or remove the interface.");
        }
        String settings = settings(link, doing);
        LinkRules rules = new LinkRules(link);
        NavigableMap<String, String> remembered = new TreeMap<>();
        remembered.put(LinkReading.RULES, LinkReading.rules(rules));
        bench.keyed();
        String files = Places.linkSettings(link.name());
        bench.bring(
                bench.entry(link, true, new TreeSet<>(), remembered),
                doing,
                steps -> steps.put(Places.LIB + "link", "755", HostScripts.LINK)
                        .put(Places.UNITS + UNIT, "644", HostScripts.LINK_UNIT)
                        .put(Places.UNITS + RULES_UNIT, "644", HostScripts.LINK_RULES_UNIT)
                        .put(files + "settings", "600", settings)
                        .put(files + "iptables", "600", rules.restore())
                        .put(files + "ip6tables", "600", rules.restoreIpv6())
                        .of("link", device));
    }

    private String settings(LinkResource link, String doing) {
        known(link.key(), doing);
        String name = link.key().rest();
        StringBuilder out = new StringBuilder("# Written by Tapbot from the declaration; changes made here are lost.\n")
                .append("key ")
                .append(Places.linkKey(name))
                .append('\n')
                .append("address ")
                .append(link.own())
                .append('/')
                .append(link.subnet().prefixLength())
                .append('\n')
                .append("port ")
                .append(link.port())
                .append('\n');
        for (LinkPeer peer : link.peers()) {
            out.append("peer ")
                    .append(known(peer.key(), doing))
                    .append(' ')
                    .append(peer.endpoint())
                    .append(' ')
                    .append(String.join(
                            ",", peer.behind().stream().map(Object::toString).toList()))
                    .append('\n')
                    .append("name ")
                    .append(peer.address())
                    .append(' ')
                    .append(peer.name())
                    .append('\n');
        }
        return out.toString();
    }

    private String known(Address key, String doing) {
        Optional<String> known = bench.contents().publicKey(key);
        return known.orElseThrow(
                () -> new OperationFailedException(doing + " failed: nothing is known of " + key + ". Plan again."));
    }

    void remove(RemoveLink operation) {
        bench.take(
                operation.address(),
                "Removing link " + operation.name(),
                steps -> steps.of("no_link", Places.linkInterface(operation.name())));
    }
}
