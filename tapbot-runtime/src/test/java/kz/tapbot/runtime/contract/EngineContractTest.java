package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.operation.ConfigureDaemon;
import kz.tapbot.runtime.operation.CreateNetwork;
import kz.tapbot.runtime.operation.CreateVolume;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.VolumeResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine, its networks and volumes. */
public abstract class EngineContractTest extends Trial {

    private static final VolumeName DATA = VolumeName.of("contract-data");
    private static final NetworkName NET = NetworkName.of("contract-net");

    @BeforeEach
    void install() {
        if (harness.managesHost()) {
            DaemonResource daemon = daemon();
            perform(new ConfigureDaemon(daemon.address(), daemon));
        }
    }

    @Test
    void the_engine_is_configured_again_without_harm() {
        assumeTrue(harness.managesHost());
        DaemonResource daemon = daemon();
        isAsDesired(daemon);
        perform(new ConfigureDaemon(daemon.address(), daemon));
        isAsDesired(daemon);
    }

    @Test
    void a_network_gets_a_block_of_its_own_and_shows_only_what_was_asked_for() {
        NetworkResource network = network(false, Optional.empty());
        comesAndGoes(network, new CreateNetwork(network.address(), network), new RemoveNetwork(network.address(), NET));
    }

    @Test
    void an_internal_network_with_a_block_comes_and_goes() {
        NetworkResource network = network(true, Optional.of(Cidr.of("10.213.7.0/24")));
        comesAndGoes(network, new CreateNetwork(network.address(), network), new RemoveNetwork(network.address(), NET));
    }

    @Test
    void a_network_is_not_changed_where_it_stands() {
        NetworkResource one = network(false, Optional.empty());
        NetworkResource two = network(true, Optional.empty());
        perform(new CreateNetwork(one.address(), one));
        refused(new CreateNetwork(two.address(), two), one.address().toString());
        isAsDesired(one);
    }

    @Test
    void a_volume_comes_and_goes_with_its_data() {
        VolumeResource volume = new VolumeResource(server(), DATA, NOTHING);
        comesAndGoes(volume, new CreateVolume(volume.address(), volume), new RemoveVolume(volume.address(), DATA));
        perform(new CreateVolume(volume.address(), volume));
        harness.writeData(DATA, "marker", "precious");
        perform(new CreateVolume(volume.address(), volume));
        assertThat(harness.data(DATA, "marker")).contains("precious");
        perform(new RemoveVolume(volume.address(), DATA), new CreateVolume(volume.address(), volume));
        assertThat(harness.data(DATA, "marker")).isEmpty();
    }

    private DaemonResource daemon() {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("live-restore", "true");
        settings.put("log-opts.max-size", "10m");
        return new DaemonResource(server(), settings, NOTHING);
    }

    private NetworkResource network(boolean internal, Optional<Cidr> subnet) {
        return new NetworkResource(server(), NET, internal, subnet, Optional.empty(), NOTHING);
    }
}
