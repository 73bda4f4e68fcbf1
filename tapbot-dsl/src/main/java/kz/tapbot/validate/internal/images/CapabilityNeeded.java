package kz.tapbot.validate.internal.images;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2327: images that start as root, take their directory over and change to a user of their own need the capabilities to do so. */
final class CapabilityNeeded implements ServiceCheck {

    private static final Set<Product> CHANGE_USER =
            EnumSet.of(Product.POSTGRES, Product.MYSQL, Product.MARIADB, Product.MONGO);
    private static final List<Capability> NEEDED = List.of(Capability.CHOWN, Capability.SETGID, Capability.SETUID);

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Confinement confinement = entry.service().confinement();
        if (confinement.droppedCapabilities().isEmpty()
                || confinement.user().isPresent()
                || entry.product().filter(CHANGE_USER::contains).isEmpty()) {
            return;
        }
        List<Capability> missing =
                NEEDED.stream().filter(each -> isMissing(confinement, each)).toList();
        if (!missing.isEmpty()) {
            findings.add(
                    TopologyCode.CAPABILITY_NEEDED,
                    entry.at("confinement.droppedCapabilities", "confinement"),
                    """
                    {} is without the capabilities {}, and {} starts as root and changes to a user of its own.
                    It would end at its start, as it may not make its directory that user's.
                    Give them back, or run it as that user from the beginning:
                        .confinement(c -> c.drops(Capability.ALL).adds({}))
                    """,
                    entry.address(),
                    Detail.list(missing),
                    entry.service().image(),
                    Stream.concat(NEEDED.stream(), Stream.of(Capability.DAC_OVERRIDE, Capability.FOWNER))
                            .map(each -> "Capability." + each)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static boolean isMissing(Confinement confinement, Capability capability) {
        boolean dropped = confinement.droppedCapabilities().contains(Capability.ALL)
                || confinement.droppedCapabilities().contains(capability);
        return dropped
                && !confinement.addedCapabilities().contains(capability)
                && !confinement.addedCapabilities().contains(Capability.ALL);
    }
}
