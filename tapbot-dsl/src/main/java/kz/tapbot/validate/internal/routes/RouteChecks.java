package kz.tapbot.validate.internal.routes;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class RouteChecks {

    private RouteChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new RouteWays(),
                new HostNamesTwice(),
                new HostOutsideZones(),
                new AdminRoutes(),
                new OwnLogin(),
                new AddressLists(),
                new ProxyLabels(),
                new Proxies(),
                new Issuers(),
                new RecordsContradict(),
                new RecordElsewhere());
    }
}
