package kz.tapbot.validate.internal.names;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class NameChecks {

    private NameChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new NameTwice(),
                new AddressTwice(),
                new PathTwice(),
                new TopologyReferences(),
                new ServerReferences(),
                new ServiceReferences(),
                new NeedWithoutLink(),
                new PlannedReference(),
                new RetiredData(),
                new Unused());
    }
}
