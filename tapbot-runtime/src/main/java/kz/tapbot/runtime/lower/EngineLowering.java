package kz.tapbot.runtime.lower;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.LinkUse;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;

/** The container engine, its networks and its volumes. */
final class EngineLowering {

    private EngineLowering() {}

    static void lower(Site site) {
        if (!site.hasEngine()) {
            return;
        }
        // The engine opens ports by itself: the firewall that holds against it stands first.
        SortedSet<Address> first = site.server().firewall() ? Site.set(site.firewall()) : Site.set();
        site.add(new DaemonResource(site.name(), settings(), first));
        SortedSet<Address> engine = Site.set(site.engine());
        for (Network network : site.server().networks()) {
            site.add(new NetworkResource(
                    site.name(), network.name(), network.internal(), network.subnet(), network.subnetIpv6(), engine));
        }
        for (LinkUse use : LinkLowering.uses(site)) {
            site.add(new NetworkResource(
                    site.name(),
                    use.end().network(),
                    true,
                    Optional.of(use.end().block()),
                    Optional.empty(),
                    engine));
        }
        for (Volume volume : site.server().volumes()) {
            site.add(new VolumeResource(site.name(), volume.name(), engine));
        }
    }

    /** Logs that rotate, so that they cannot fill the disk, and containers that outlive a restart of the engine (dockerd(8)). */
    private static SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("live-restore", "true");
        settings.put("log-driver", "json-file");
        settings.put("log-opts.max-file", "3");
        settings.put("log-opts.max-size", "10m");
        return settings;
    }
}
