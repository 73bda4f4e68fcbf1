package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.dsl.Completion;
import kz.tapbot.dsl.RoutedService;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.service.Route;
import org.jspecify.annotations.Nullable;

/** Runs what typed services left for the end, in the order of their addresses. */
final class Completing implements Completion {

    private static final Comparator<Hook> ORDER =
            Comparator.comparing((Hook hook) -> hook.of().subject()).thenComparingInt(Hook::number);

    private final Estate estate;
    private final Map<ServiceId, List<RoutedService>> routes = new HashMap<>();
    private final Map<AddressSetName, AddressSet> sets = new HashMap<>();
    private @Nullable Topology declared;

    private Completing(Estate estate) {
        this.estate = estate;
    }

    /** Runs all hooks, and those that they leave. */
    static void run(Estate estate) {
        while (!estate.hooks().isEmpty()) {
            List<Hook> hooks = new ArrayList<>(estate.hooks());
            estate.hooks().clear();
            hooks.sort(ORDER);
            Completing completing = new Completing(estate);
            completing.index();
            for (Hook hook : hooks) {
                Notes notes = new Notes(hook.of().subject(), hook.of().declaredAt());
                estate.enter(completing, hook.finish(), notes, hook.of().declaredAt(), false);
            }
        }
    }

    private void index() {
        for (ServerRecord server : estate.servers()) {
            for (ContainerRecord container : server.containers()) {
                for (Route route : container.routes()) {
                    routes.computeIfAbsent(route.proxy(), proxy -> new ArrayList<>())
                            .add(new RoutedService(container.id(), route));
                }
            }
        }
        routes.values()
                .forEach(each -> each.sort(Comparator.comparing(
                                (RoutedService routed) -> routed.route().host())
                        .thenComparing(routed -> routed.route().path())
                        .thenComparing(RoutedService::service)));
        estate.addressSets().forEach(set -> sets.put(set.name(), set));
    }

    @Override
    public Topology declared() {
        if (declared == null) {
            declared = estate.preview();
        }
        return declared;
    }

    @Override
    public List<RoutedService> routes(ServiceRef proxy) {
        return List.copyOf(routes.getOrDefault(proxy.id(), List.of()));
    }

    @Override
    public List<Cidr> blocks(AddressSetName name) {
        AddressSet set = sets.get(name);
        return set == null ? List.of() : List.copyOf(set.blocks());
    }
}
