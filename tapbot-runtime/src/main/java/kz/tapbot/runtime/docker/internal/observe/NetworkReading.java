package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.resource.Attributes;

/** Describes a network as the resource that it is or would be. */
public final class NetworkReading {

    private NetworkReading() {}

    /** Its attributes; blocks that the engine chose for one of ours are left out. */
    public static SortedMap<String, String> attributes(Network network) {
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
                if (asked == null || List.of(asked.split(" ")).contains(key)) {
                    all.put(key, block.getSubnet());
                }
            }
        }
        return all.all();
    }
}
