package kz.tapbot.validate.internal.images;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class ImageChecks {

    private ImageChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new DataNotKept(),
                new MemorySetting(),
                new SettingAtRisk(),
                new ReadOnlyRoot(),
                new CapabilityNeeded(),
                new MapCount(),
                new ProxySettings(),
                new CertificatesNotKept(),
                new PublicAddress(),
                new DefaultLogin());
    }
}
