package kz.tapbot.runtime.ownership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.hash.HmacSha256;

/** Signs and checks marks with the key of a server, so that a label that somebody copied or made up is not believed. */
public final class Marks {

    private static final byte[] NOBODYS = {0};

    /** What follows a container's name while it is replaced. Under any other name its mark was copied. */
    private static final Set<String> BESIDE = Set.of(".before", ".next");

    private final HmacSha256 hmac;
    private final boolean keyed;

    /** With the key of a server; without one, no mark can have been signed here. */
    public Marks(byte[] given) {
        keyed = given.length > 0;
        hmac = new HmacSha256(keyed ? given : NOBODYS);
    }

    /** A mark that will be believed. */
    public Mark sign(TopologyName topology, Address address) {
        return new Mark(topology, address, proof(topology, address));
    }

    /** Whether a mark was signed here. */
    public boolean believes(Mark mark) {
        return keyed
                && MessageDigest.isEqual(
                        proof(mark.topology(), mark.address()).getBytes(UTF_8),
                        mark.proof().getBytes(UTF_8));
    }

    /** Whose a thing is that carries a mark: of its topology, if the mark was made here for that address or for one beside it, such as a container's predecessor. */
    public Owner owner(Mark mark, Address address) {
        boolean fits = mark.address().equals(address)
                || mark.address().kind().equals(address.kind())
                        && BESIDE.stream()
                                .anyMatch(after ->
                                        address.path().equals(mark.address().path() + after));
        return fits && believes(mark) ? Owner.of(mark.topology()) : Owner.foreign("somebody with a forged mark");
    }

    private String proof(TopologyName topology, Address address) {
        return HexFormat.of().formatHex(hmac.of((topology + "\n" + address).getBytes(UTF_8)), 0, 16);
    }
}
