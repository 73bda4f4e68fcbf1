package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.memory.MemoryServer;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanText;

/** Simulated servers, a runtime over them, and everything it told. */
public final class World {

    /** What the secrets of random estates are read from. */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "TAPBOT_BOT_TOKEN", "7000000001:token-of-the-bot",
            "TAPBOT_S3_ID", "identifier-of-the-store",
            "TAPBOT_S3_KEY", "key-of-the-remote-store",
            "ADMIN_PAGES", "correct horse battery staple");

    private final MemoryEstate estate = MemoryEstate.create();
    private final List<RuntimeEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final TapbotRuntime runtime;

    /** Fresh servers. */
    public World() {
        this(ENVIRONMENT);
    }

    /** Fresh servers, with secrets from those variables. */
    public World(Map<String, String> environment) {
        this(builder -> builder.environment(environment::get));
    }

    /** Fresh servers, and a runtime with what is set. */
    public World(UnaryOperator<RuntimeBuilder> with) {
        RuntimeBuilder builder = TapbotRuntime.builder()
                .driver(estate.driver())
                .ticker(new EstateTicker(estate))
                .environment(ENVIRONMENT::get)
                .listener(events::add)
                .who("tester@here");
        runtime = with.apply(builder).build();
    }

    /** Fresh servers, where one operation runs at a time, so that every run takes the same order. */
    public static World inOrder() {
        return new World(builder -> builder.parallelism(1, 1));
    }

    /** The servers. */
    public MemoryEstate estate() {
        return estate;
    }

    /** The runtime. */
    public TapbotRuntime runtime() {
        return runtime;
    }

    /** What it has told so far. */
    public List<RuntimeEvent> events() {
        return List.copyOf(events);
    }

    /** Applies and demands that all of it was done. */
    public ApplyReport apply(Topology topology) {
        ApplyReport report = tryToApply(topology);
        assertThat(report.isDone()).as("%s", report).isTrue();
        return report;
    }

    /** Applies, however it ends. */
    public ApplyReport tryToApply(Topology topology) {
        return runtime.apply(topology, ApplyOptions.standard());
    }

    /** Demands that nothing is left to be done. */
    public void isAsDeclared(Topology topology) {
        Plan plan = runtime.plan(topology);
        assertThat(plan.isEmpty() && !plan.report().hasErrors())
                .as("%s", PlanText.render(plan))
                .isTrue();
    }

    /** Puts things of others on a server: on its engine and on its host. */
    public void furnish(Server declared) {
        MemoryServer server = estate.server(declared.name());
        server.engine().start();
        server.engine().addNetwork(NetworkName.of("others-net"), false, Optional.empty());
        server.engine().addVolume(VolumeName.of("others-data"));
        server.engine()
                .run(Service.builder()
                        .name(ServiceName.of("others-app"))
                        .kind(ServiceKind.of("container"))
                        .image(Image.of("registry.example/others:3.1"))
                        .build());
        server.host().addUser(UserName.of("zhanna"));
        server.host().setPackage(PackageName.of("nmap"), true);
        server.host().write(HostPath.of("/etc/others.conf"), "theirs = 1\n", FileMode.of("0640"), 0);
        server.host().allowSudo(UserName.of("zhanna"), new TreeSet<>(List.of("/usr/bin/uptime")));
    }

    /** Takes everything down but data, however it ends. */
    public ApplyReport tryToDestroy(Topology topology) {
        DestroyOptions options = DestroyOptions.keepData();
        return runtime.destroy(topology, runtime.planDestroy(topology, options), options, ApplyOptions.standard());
    }

    /** Everything on the servers that is not of the topology, with all that is seen of it. */
    public Map<Address, Map<String, String>> foreign(Topology topology) {
        Map<Address, Map<String, String>> foreign = new TreeMap<>();
        for (ServerFacts facts : runtime.observe(topology).servers().values()) {
            for (Observed thing : facts.things().values()) {
                if (!thing.owner().is(topology.name())) {
                    foreign.put(thing.address(), thing.attributes());
                }
            }
        }
        return foreign;
    }
}
