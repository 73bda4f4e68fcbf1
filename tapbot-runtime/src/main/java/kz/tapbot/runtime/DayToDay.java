package kz.tapbot.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.apply.Events;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.fleet.Visit;
import kz.tapbot.runtime.operate.Merge;
import kz.tapbot.runtime.secret.PasswordHashes;

/**
 * What people do with running containers from day to day. Reached by {@link TapbotRuntime#daily()}; as safe and as free of things to close as that.
 *
 * <p>Every method throws {@link kz.tapbot.runtime.spi.UnreachableException} if a server cannot be reached, and
 * {@link kz.tapbot.runtime.spi.OperationFailedException} if a container is not there or not of this topology.
 */
public final class DayToDay {

    private final RuntimeBuilder settings;
    private final PasswordHashes hashes;

    DayToDay(RuntimeBuilder settings, PasswordHashes hashes) {
        this.settings = settings;
        this.hashes = hashes;
    }

    /**
     * Reads the logs of services, merged in the order of time. Where they are followed it returns when the sink wants no more.
     *
     * @param services whose; each on a server that is not only planned
     */
    public void logs(Topology topology, Collection<ServiceId> services, LogQuery query, Sink<LogLine> sink) {
        try (Visit visit = visit(topology, services)) {
            List<Merge.Source<LogLine>> sources = services.stream()
                    .distinct()
                    .sorted()
                    .map(service -> (Merge.Source<LogLine>) to -> visit.session(service.server())
                            .daily()
                            .log(service.service(), query, to))
                    .toList();
            new Merge<>(LogLine::at, query.follow(), sink).run(sources);
        }
    }

    /**
     * Runs a command in a service's container and waits for its end. Arguments are passed as they are, through no shell, and noted nowhere.
     *
     * @return its exit status
     */
    public int exec(Topology topology, ServiceId service, List<String> command, ExecStreams streams) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("There is no command to run.");
        }
        try (Visit visit = visit(topology, List.of(service))) {
            return visit.session(service.server()).daily().exec(service.service(), command, streams);
        }
    }

    private Visit visit(Topology topology, Collection<ServiceId> services) {
        Set<ServerName> servers = new TreeSet<>();
        services.forEach(service -> servers.add(service.server()));
        return Visit.on(servers, topology, settings.means(hashes, new Events(settings.listener)));
    }
}
