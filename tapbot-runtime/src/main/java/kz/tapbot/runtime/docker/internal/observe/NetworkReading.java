package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.NetworkResource;

/** Describes a network as the resource that it is or would be. */
public final class NetworkReading {

    private NetworkReading() {}

    /**
     * Its attributes. Blocks that the engine chose are left out: of a network of ours those that were not asked for, and of one that somebody else
     * made, where nobody can tell, those about which the network that shall be says nothing.
     *
     * @param desired the network that it shall be
     */
    public static SortedMap<String, String> attributes(Network network, Optional<NetworkResource> desired) {
        Attributes all = new Attributes().flag("internal", Boolean.TRUE.equals(network.getInternal()));
        Map<String, String> labels = network.getLabels() == null ? Map.of() : network.getLabels();
        String asked = labels.get(Labels.ASKED);
        List<Network.Ipam.Config> blocks =
                network.getIpam() == null || network.getIpam().getConfig() == null
                        ? List.of()
                        : network.getIpam().getConfig();
        for (Network.Ipam.Config block : blocks) {
            if (block.getSubnet() != null) {
                String key = block.getSubnet().indexOf(':') >= 0 ? "subnet-ipv6" : "subnet";
                boolean known = asked == null
                        ? desired.isEmpty() || says(desired.get(), key)
                        : List.of(asked.split(" ")).contains(key);
                if (known) {
                    all.put(key, block.getSubnet());
                }
            }
        }
        return all.all();
    }

    private static boolean says(NetworkResource desired, String key) {
        return key.equals("subnet")
                ? desired.subnet().isPresent()
                : desired.subnetIpv6().isPresent();
    }
}
