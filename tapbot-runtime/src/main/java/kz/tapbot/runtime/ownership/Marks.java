package kz.tapbot.runtime.ownership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.Owner;

/** Signs and checks marks with the key of a server, so that a label that somebody copied or made up is not believed. */
public final class Marks {

    private static final byte[] NOBODYS = {0};

    private final Mac mac;
    private final boolean keyed;

    /** With the key of a server; without one, no mark can have been signed here. */
    public Marks(byte[] given) {
        keyed = given.length > 0;
        byte[] key = keyed ? given : NOBODYS;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
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
                        && address.path().startsWith(mark.address().path() + ".");
        return fits && believes(mark) ? Owner.of(mark.topology()) : Owner.foreign("somebody with a forged mark");
    }

    private String proof(TopologyName topology, Address address) {
        return HexFormat.of().formatHex(mac.doFinal((topology + "\n" + address).getBytes(UTF_8)), 0, 16);
    }
}
