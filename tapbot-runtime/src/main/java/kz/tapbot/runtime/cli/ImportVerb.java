package kz.tapbot.runtime.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.compose.ComposeImport;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.docker.EngineImport;
import kz.tapbot.runtime.host.ServerImport;
import kz.tapbot.validate.Validator;
import kz.tapbot.validate.code.TopologyCode;

/**
 * {@code import compose FILE}, {@code import engine ADDRESS} and {@code import server ADDRESS}: Java source on stdout, and on stderr what is wrong with the file, engine or
 * server, what was not carried over, and what the checks of the topology say of it. The source is the result: it is written whatever was found.
 */
final class ImportVerb implements Verb {

    private static final int MOST_BYTES = 1 << 20;
    private static final String HINT = "Give the file that docker compose is run with, for example docker-compose.yml.";

    @Override
    public ExitCode run(Invocation in) {
        String name = in.arguments().operand().orElseThrow();
        boolean engine = Format.isEngine(name);
        Optional<String> server = Format.server(name);
        Imported imported =
                server.isPresent() ? ofServer(in, server.get()) : engine ? ofEngine(in, name) : ofFile(in, name);
        Address subject = server.isPresent()
                ? imported.topology().address()
                : new Address("file", engine ? "engine" : fileName(name));
        Report report = new Report(subject, imported.findings()).plus(judged(imported.topology(), engine));
        ExitCode code = report.hasErrors() ? ExitCode.INVALID : ExitCode.DONE;
        Optional<String> out = in.arguments().value("--out");
        out.ifPresent(file -> UserFile.write(file, imported.source()));
        in.arguments().value("--save").ifPresent(file -> UserFile.write(file, TopologyJson.write(imported.topology())));
        if (in.json()) {
            in.outExactly(in.document(code)
                    .put("className", imported.className())
                    .put("source", imported.source())
                    .put("topology", TopologyJson.write(imported.topology()))
                    .put("report", ReportJson.of(report))
                    .pretty());
            return code;
        }
        if (out.isEmpty()) {
            in.outExactly(imported.source());
        }
        in.terminal().err().println(report);
        return code;
    }

    private static Imported ofFile(Invocation in, String name) {
        byte[] bytes = UserFile.bytes("Compose", name, MOST_BYTES, HINT);
        return ComposeImport.of(file(in, name, bytes));
    }

    private static Imported ofServer(Invocation in, String login) {
        in.note("Nothing is changed there. Where something on its engine has no file, \"the file\" is the Compose file"
                + " that would bring up the same.");
        try {
            return ServerImport.of(login, serverName(in), reached(in), hostKeys(in));
        } catch (InvalidValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "The server's address cannot be read: " + e.getMessage() + ".",
                    "For example: import server ssh://root@203.0.113.10?key=/home/me/.ssh/id_ed25519 --host-key SHA256:…");
        }
    }

    private static ServerName serverName(Invocation in) {
        return in.arguments().value("--server").map(ServerName::of).orElse(ServerName.of("server"));
    }

    private static Optional<HostAddress> reached(Invocation in) {
        return in.arguments().value("--address").map(HostAddress::of);
    }

    private static List<HostKeyFingerprint> hostKeys(Invocation in) {
        return in.arguments().values("--host-key").stream()
                .map(HostKeyFingerprint::of)
                .toList();
    }

    private static Imported ofEngine(Invocation in, String address) {
        in.note("What runs there is read as the Compose file that would bring up the same; \"the file\" is that one."
                + " Nothing is changed.");
        try {
            return EngineImport.of(address, serverName(in), reached(in), hostKeys(in));
        } catch (InvalidValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "The engine's address cannot be read: " + e.getMessage() + ".",
                    "For example: import engine unix:///var/run/docker.sock");
        }
    }

    /** What the checks say, but for the tag that stands in for one that is told of already. */
    private static Report judged(Topology topology, boolean engine) {
        Report report = Validator.validate(topology);
        Set<Address> unpinned = new TreeSet<>();
        for (Server server : topology.servers()) {
            for (Service service : server.services()) {
                if (service.image().tag().equals(ComposeImport.PIN_ME)) {
                    unpinned.add(new ServiceId(server.name(), service.name()).address());
                }
            }
        }
        return new Report(
                report.subject(),
                report.diagnostics().stream()
                        .filter(found -> found.code() != TopologyCode.MOVING_TAG || !unpinned.contains(found.address()))
                        .map(found -> engine ? found.at(List.of()) : found)
                        .toList());
    }

    private static ComposeFile file(Invocation in, String name, byte[] bytes) {
        Path folder = Optional.ofNullable(
                        Path.of(name).toAbsolutePath().normalize().getParent())
                .orElse(Path.of("/"));
        Map<String, String> beside =
                new HashMap<>(ComposeImport.variables(text(folder, ".env").orElse("")));
        beside.putAll(in.terminal().environment());
        return new ComposeFile(
                fileName(name),
                bytes,
                folder.toString(),
                in.arguments().value("--server").map(ServerName::of),
                in.arguments().value("--address").map(HostAddress::of),
                variable -> Optional.ofNullable(beside.get(variable)),
                path -> text(folder, path));
    }

    private static String fileName(String name) {
        return String.valueOf(Path.of(name).getFileName());
    }

    /** What is in a file that the Compose file names; nothing if it cannot be read, which the import tells. */
    private static Optional<String> text(Path folder, String path) {
        try {
            return Optional.of(new String(
                    UserFile.bytes("named", folder.resolve(path).toString(), MOST_BYTES, HINT),
                    StandardCharsets.UTF_8));
        } catch (UsageException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }
}
