package kz.tapbot.validate.internal.networks;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class NetworkChecks {

    private NetworkChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new SubnetsOverlap(),
                new SubnetUnusable(),
                new NetworkMembers(),
                new Ipv6WithoutFirewall(),
                new Links(),
                new LinkAlone(),
                new NeedWithoutNetwork(),
                new AliasTwice(),
                new DatabaseWayOut(),
                new Wiring());
    }
}
