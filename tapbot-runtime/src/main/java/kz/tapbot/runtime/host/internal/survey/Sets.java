package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;

/** Sets of addresses for the sources of rules, which have no names on a server: one for each block, called by its address. */
final class Sets {

    private static final int MOST = 40;

    private final NavigableMap<Cidr, AddressSet> all = new TreeMap<>();

    List<AddressSetName> of(Collection<Cidr> blocks) {
        return blocks.stream()
                .map(block -> all.computeIfAbsent(block, this::make).name())
                .toList();
    }

    private AddressSet make(Cidr block) {
        String text = block.value();
        boolean one = text.indexOf('/') < 0 || text.endsWith(block.isIpv6() ? "/128" : "/32");
        String plain = (one ? text.replaceAll("/.*", "") : text)
                .replaceAll("[^0-9a-f]+", "-")
                .replaceAll("^-|-$", "");
        String name = block.equals(Sources.ANY_IPV4)
                ? "everybody-by-ipv4"
                : block.equals(Sources.ANY_IPV6) ? "everybody-by-ipv6" : "from-" + plain;
        String unique = name.substring(0, Math.min(name.length(), MOST));
        for (int i = 2; isTaken(unique); i++) {
            unique = name.substring(0, Math.min(name.length(), MOST - 3)) + "-" + i;
        }
        return AddressSet.builder()
                .name(AddressSetName.of(unique))
                .addBlocks(block)
                .build();
    }

    private boolean isTaken(String name) {
        return all.values().stream().anyMatch(set -> set.name().value().equals(name));
    }

    List<AddressSet> all() {
        return new ArrayList<>(all.values());
    }
}
