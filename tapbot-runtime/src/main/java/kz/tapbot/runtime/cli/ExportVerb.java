package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.compose.ComposeExport;
import kz.tapbot.runtime.compose.result.Exported;
import kz.tapbot.runtime.compose.result.ExportedFile;

/** {@code export compose}: the container side of the servers as Compose files. What Compose cannot say is told on stderr. */
final class ExportVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Topology topology = in.judged();
        List<Exported> servers = in.server(topology)
                .flatMap(topology::server)
                .map(server -> List.of(ComposeExport.of(topology, server)))
                .orElseGet(() -> ComposeExport.of(topology));
        Optional<String> out = in.arguments().value("--out");
        if (out.isPresent()) {
            for (Exported server : servers) {
                write(in, out.get(), server);
            }
        } else if (!in.json()) {
            in.outExactly(only(servers).compose().text());
        }
        List<Diagnostic> findings = new ArrayList<>();
        servers.forEach(server -> findings.addAll(server.findings()));
        Report report =
                new Report(topology.address(), findings.stream().distinct().toList());
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put(
                            "servers",
                            servers.stream()
                                    .map(server -> json(server, out.isEmpty()))
                                    .toList())
                    .put("report", ReportJson.of(report))
                    .pretty());
        } else if (!findings.isEmpty()) {
            in.note(report.toString());
        }
        return ExitCode.DONE;
    }

    /** The files beside go first, so that a Compose file is never without what it mounts. */
    private static void write(Invocation in, String folder, Exported server) {
        List<ExportedFile> files = new ArrayList<>(server.files());
        files.add(server.compose());
        for (ExportedFile file : files) {
            String name = folder + "/" + file.path();
            UserFile.writeBelow(folder, file.path(), file.text(), file.mode());
            if (!in.json()) {
                in.out(name);
            }
        }
    }

    private static Exported only(List<Exported> servers) {
        if (servers.size() != 1) {
            throw new UsageException(
                    "The topology has " + servers.size() + " servers, and each has a file of its own.",
                    "Write them with --out DIR, or show one with --server NAME.");
        }
        return servers.get(0);
    }

    private static Json json(Exported server, boolean withTexts) {
        List<ExportedFile> files = new ArrayList<>(server.files());
        files.add(server.compose());
        return new Json()
                .put("server", server.server())
                .put(
                        "files",
                        files.stream()
                                .map(file -> {
                                    Json one =
                                            new Json().put("path", file.path()).put("mode", file.mode());
                                    return withTexts ? one.put("text", file.text()) : one;
                                })
                                .toList());
    }
}
