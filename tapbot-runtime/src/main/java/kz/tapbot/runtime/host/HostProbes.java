package kz.tapbot.runtime.host;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.fleet.WorkerThreads;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.HostLink;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.internal.access.Knocking;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/**
 * Answers probes: from outside by connecting from here, everything else by the engine. As whom this machine comes, the server says: behind a router that is another
 * address than its own. What is refused is dropped, so that each of these takes its whole time; many are tried at once.
 */
final class HostProbes {

    private static final int AT_ONCE = 128;

    private final Server server;
    private final HostLink link;
    private final Inhabitant inhabitant;
    private final Optional<IpAddress> self;

    /** From a machine that the server sees at that address; unknown where the login goes through another one. */
    HostProbes(Server server, HostLink link, Inhabitant inhabitant, Optional<IpAddress> self) {
        this.server = server;
        this.link = link;
        this.inhabitant = inhabitant;
        this.self = self;
    }

    List<ProbeResult> ask(List<? extends Probe> probes) {
        if (probes.size() < 2 || !probes.stream().allMatch(Probe.FromOutside.class::isInstance)) {
            return probes.stream().map(this::ask).toList();
        }
        WorkerThreads threads = new WorkerThreads("tapbot-probe");
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, probes.size()), threads);
        try {
            List<CompletableFuture<ProbeResult>> answers = new ArrayList<>();
            probes.forEach(probe -> answers.add(CompletableFuture.supplyAsync(() -> ask(probe), pool)));
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            pool.shutdown();
            threads.join(Duration.ofSeconds(10));
        }
    }

    ProbeResult ask(Probe probe) {
        if (probe instanceof Probe.FromOutside outside) {
            return outside(outside);
        }
        if (probe instanceof Probe.FromServer own) {
            String address = own.to().value();
            boolean reached =
                    asked("reach", address, Integer.toString(own.port().number()));
            return answer(reached, "it reaches " + address + " on " + own.port(), "it does not reach " + address);
        }
        if (probe instanceof Probe.OverLink over) {
            String name = LinkPlan.hostName(over.link(), over.peer()).value();
            boolean answers = asked("link_peer", Places.linkInterface(over.link()), name);
            return answer(answers, name + " answers", name + " has not answered for three minutes");
        }
        try {
            return inhabitant
                    .session()
                    .probe(probe instanceof Probe.FromContainer inside ? ofTheEngine(inside) : probe);
        } catch (OperationFailedException e) {
            return unknown(Cleaned.line(String.valueOf(e.getMessage())));
        }
    }

    /** What is about a link is tried from inside a container like all else: here the link is carried out. */
    private Probe ofTheEngine(Probe.FromContainer probe) {
        return new Probe.FromContainer(
                Address.on(server.name(), "container", probe.from()), probe.from(), probe.to(), probe.port());
    }

    private boolean asked(String operation, String... fields) {
        byte[] said = link.perform("Trying what is reached", Steps.looking().of(operation, fields));
        return new String(said, StandardCharsets.US_ASCII).startsWith("yes");
    }

    private static ProbeResult answer(boolean open, String reached, String not) {
        return open ? new ProbeResult(Outcome.OPEN, reached) : new ProbeResult(Outcome.CLOSED, not);
    }

    private ProbeResult outside(Probe.FromOutside probe) {
        boolean among = self.isPresent() && probe.blocks().stream().anyMatch(block -> block.contains(self.get()));
        if (probe.from().isPresent() && !among) {
            return unknown("nothing can be tried from " + probe.from().get() + " here");
        }
        if (probe.from().isEmpty() && among) {
            return unknown("this machine, " + self.get() + ", is let in, so that nobody else can be tried from here");
        }
        if (probe.from().isEmpty() && !probe.blocks().isEmpty() && self.isEmpty()) {
            return unknown("it is not known as whom this machine comes to the server");
        }
        return Knocking.at(server.host(), probe.port());
    }

    private static ProbeResult unknown(String why) {
        return new ProbeResult(Outcome.UNKNOWN, why);
    }
}
