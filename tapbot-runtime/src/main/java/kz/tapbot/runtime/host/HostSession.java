package kz.tapbot.runtime.host;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.host.internal.act.Bench;
import kz.tapbot.runtime.host.internal.act.DaemonWork;
import kz.tapbot.runtime.host.internal.act.FileWork;
import kz.tapbot.runtime.host.internal.act.IncidentWork;
import kz.tapbot.runtime.host.internal.act.OwnershipWork;
import kz.tapbot.runtime.host.internal.act.ProtectionWork;
import kz.tapbot.runtime.host.internal.act.SystemWork;
import kz.tapbot.runtime.host.internal.keep.HostKeep;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.link.Door;
import kz.tapbot.runtime.host.internal.link.HostLink;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.host.internal.look.EngineReading;
import kz.tapbot.runtime.host.internal.look.HostFacts;
import kz.tapbot.runtime.host.internal.look.HostLook;
import kz.tapbot.runtime.host.internal.survey.Examination;
import kz.tapbot.runtime.host.internal.survey.HostChecks;
import kz.tapbot.runtime.host.internal.survey.SurveyReading;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.IncidentOperations;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.EngineResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.HostCheck;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.StateMissingException;
import kz.tapbot.ssh.SshConnection;

/** A login on a server, and on its engine once it is asked for something. */
final class HostSession implements Session {

    private final HostLink link;
    private final Server server;
    private final SessionContext context;
    private final HostKeep keep;
    private final Inhabitant inhabitant;
    private final SystemWork system;
    private final FileWork files;
    private final ProtectionWork protection;
    private final IncidentWork incidents;
    private final OwnershipWork ownership;
    private final EngineOperations engine;
    private Optional<IpAddress> self = Optional.empty();
    private boolean engineSeen;

    HostSession(SshConnection connection, Server server, SessionContext context) {
        this.link = new HostLink(
                server.name(), connection, connection.target().user().equals("root") ? Door.ROOT : Door.ENTER);
        this.server = server;
        this.context = context;
        this.keep = new HostKeep(link, context.who(), this::mend);
        this.inhabitant = new Inhabitant(link, server, context);
        Bench bench = new Bench(link, keep, context);
        this.system = new SystemWork(bench);
        this.files = new FileWork(bench);
        this.protection = new ProtectionWork(bench);
        this.incidents = new IncidentWork(bench);
        this.ownership = new OwnershipWork(bench, () -> toChange().ownership());
        this.engine = new HostEngine(this::toChange, new DaemonWork(bench));
    }

    /**
     * Does nothing on the server, as root, by whichever way leads there.
     *
     * @throws OperationFailedException if even that cannot be done
     */
    void greet() {
        try {
            hello();
        } catch (OperationFailedException closed) {
            if (link.door() != Door.ENTER) {
                throw closed;
            }
            link.through(Door.ANYTHING);
            try {
                hello();
            } catch (OperationFailedException e) {
                throw new OperationFailedException(notRoot(closed, e));
            }
        }
    }

    private String notRoot(OperationFailedException closed, OperationFailedException e) {
        String user = link.connection().target().user();
        return user + " may not become root there, neither by the line of sudo for " + Door.PROGRAM + " ("
                + closed.getMessage() + ") nor by any other (" + e.getMessage() + "). Log in as root once, with "
                + user + " declared as a delegate who may deploy: .delegate(\"" + user
                + "\", d -> d.keys(…).mayDeploy()).";
    }

    private void hello() {
        String said = new String(
                link.perform("Doing nothing", keep.keyed(Steps.looking().of("hello"))), StandardCharsets.US_ASCII);
        List<String> lines = said.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals("0")) {
            throw new OperationFailedException("The login is not as root.");
        }
        engineSeen = lines.size() > 2 && lines.get(2).equals("engine");
        keep.keyIs(lines.size() < 4 ? "" : lines.get(3));
        self = lines.size() < 2 || server.ssh().jump().isPresent() ? Optional.empty() : address(lines.get(1));
    }

    private static Optional<IpAddress> address(String text) {
        try {
            return Optional.of(IpAddress.of(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** One look at the server, and one at its engine if that runs: both at once where there was an engine at the login. */
    @Override
    public ServerFacts observe(List<Resource> desired) {
        List<Resource> ofHost = new ArrayList<>();
        List<Resource> ofEngine = new ArrayList<>();
        desired.forEach(resource -> (isInEngine(resource) ? ofEngine : ofHost).add(resource));
        Optional<Beside<ServerFacts>> early =
                engineSeen ? Optional.of(Beside.start(() -> inhabitant.session().observe(ofEngine))) : Optional.empty();
        try {
            Parts parts = Parts.read(
                    link.perform("Looking at the server", Steps.looking().of("look", HostLook.asks(ofHost))));
            HostLook look = new HostLook(server.name(), parts, context.contents(), ofHost);
            keep.known(look.kept());
            HostFacts facts = new HostFacts(server.name(), parts, look);
            return EngineReading.runs(parts.at("engine"))
                    ? facts.with(early.flatMap(Beside::result).orElseGet(() -> observeEngine(ofEngine)))
                    : facts.alone();
        } finally {
            early.ifPresent(Beside::await);
        }
    }

    @Override
    public List<HostCheck> examine() {
        Parts parts = Parts.read(link.perform(
                "Looking at the server",
                Steps.looking().of("look", "").of("survey").of("examine")));
        List<HostCheck> all = new ArrayList<>(HostChecks.of(
                server, new SurveyReading(parts).read(), Examination.read(parts), LocalDate.now(ZoneOffset.UTC)));
        if (EngineReading.runs(parts.at("engine"))) {
            all.addAll(inhabitant.session().examine());
        }
        return all;
    }

    /** A run that was killed in its first moments on an engine, or somebody by hand, has left what only a run that changes something makes again. */
    private ServerFacts observeEngine(List<Resource> desired) {
        Session there = inhabitant.session();
        try {
            return there.observe(desired);
        } catch (StateMissingException e) {
            if (!keep.isLocked()) {
                throw e;
            }
            there.state().mend();
            return there.observe(desired);
        }
    }

    /** What Tapbot keeps on the engine, if one runs. */
    private void mend() {
        try {
            link.perform(
                    "Asking for the engine",
                    Steps.looking().run("systemctl", "--quiet", "is-active", "docker.service"));
        } catch (OperationFailedException e) {
            return;
        }
        inhabitant.session().state().mend();
    }

    /** The engine, for a change there: the journal is on the server. */
    private Session toChange() {
        keep.writeNoted();
        return inhabitant.session();
    }

    private static boolean isInEngine(Resource resource) {
        return resource instanceof EngineResource && !(resource instanceof DaemonResource);
    }

    @Override
    public SystemOperations system() {
        return system;
    }

    @Override
    public FileOperations files() {
        return files;
    }

    @Override
    public ProtectionOperations protection() {
        return protection;
    }

    @Override
    public IncidentOperations incidents() {
        return incidents;
    }

    @Override
    public EngineOperations engine() {
        return engine;
    }

    @Override
    public OwnershipOperations ownership() {
        return ownership;
    }

    @Override
    public HostState state() {
        return keep;
    }

    @Override
    public ProbeResult probe(Probe probe) {
        return probes().ask(probe);
    }

    @Override
    public List<ProbeResult> probe(List<? extends Probe> probes) {
        return probes().ask(probes);
    }

    private HostProbes probes() {
        return new HostProbes(server, link, inhabitant, self);
    }

    @Override
    public DailyWork daily() {
        return inhabitant.session().daily();
    }

    @Override
    public void close() {
        keep.close();
        inhabitant.close();
        link.close();
    }
}
