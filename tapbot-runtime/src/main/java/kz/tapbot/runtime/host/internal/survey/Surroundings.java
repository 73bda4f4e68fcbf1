package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.compose.internal.read.FileImport;
import kz.tapbot.runtime.compose.internal.source.JavaSource;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.internal.yaml.YamlException;
import kz.tapbot.runtime.compose.internal.yaml.YamlReader;
import kz.tapbot.runtime.compose.result.ComposeCode;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.host.result.Surveyed;

/** Puts together what was found on an engine and what is around it. */
public final class Surroundings {

    private static final String NAME = "engine";

    /** Where in a file something stands, of a file that nobody has. */
    private static final Pattern LINE = Pattern.compile("\\b" + NAME + ":1\\b");

    private Surroundings() {}

    /**
     * A topology of one server, its source, and what is wrong with it.
     *
     * @param declared its name, address and login
     * @param engine what runs on its engine, as the Compose file that would bring up the same; nothing if there is none
     * @param survey what is around that
     */
    public static Imported of(Server declared, Optional<byte[]> engine, Survey survey) {
        Optional<FileImport> containers = engine.flatMap(bytes -> containers(declared, bytes));
        Optional<Topology> inside = containers.map(FileImport::topology);
        Server before = inside.map(topology -> nowhere(topology.servers().get(0), declared.ssh()))
                .orElse(declared);
        SurveyedServer surveyed = new SurveyedServer(before, survey);
        Topology topology = Topology.builder()
                .name(TopologyName.of(declared.name().value()))
                .addressSets(surveyed.sets())
                .secrets(inside.map(Topology::secrets).orElse(List.of()))
                .addServers(surveyed.server())
                .build();
        JavaSource source = new JavaSource(
                topology, "a server", containers.map(FileImport::marks).orElse(Map.of()));
        List<Diagnostic> findings = new ArrayList<>(surveyed.findings());
        containers.ifPresent(run -> run.findings().stream()
                .filter(found -> found.code() != ComposeCode.NOT_COMPOSE)
                .forEach(found -> findings.add(found.at(List.of()))));
        return new Imported(
                topology, source.className(), LINE.matcher(source.text()).replaceAll("the " + NAME), findings);
    }

    /**
     * The same of a server whose containers are known as declarations.
     *
     * @param before its name, address, login and containers
     * @param survey what is around them
     */
    public static Surveyed of(Server before, Survey survey) {
        SurveyedServer surveyed = new SurveyedServer(before, survey);
        return new Surveyed(
                Topology.builder()
                        .name(TopologyName.of(before.name().value()))
                        .addressSets(surveyed.sets())
                        .addServers(surveyed.server())
                        .build(),
                surveyed.findings());
    }

    /** Without places in a file that nobody has. */
    private static Server nowhere(Server server, SshAccess ssh) {
        return Server.builder()
                .from(server)
                .ssh(ssh)
                .places(Places.none())
                .networks(server.networks().stream()
                        .map(network -> Network.builder()
                                .from(network)
                                .places(Places.none())
                                .build())
                        .toList())
                .volumes(server.volumes().stream()
                        .map(volume -> Volume.builder()
                                .from(volume)
                                .places(Places.none())
                                .build())
                        .toList())
                .services(server.services().stream()
                        .map(service -> Service.builder()
                                .from(service)
                                .places(Places.none())
                                .build())
                        .toList())
                .build();
    }

    private static Optional<FileImport> containers(Server declared, byte[] engine) {
        ComposeFile file = new ComposeFile(
                NAME,
                engine,
                "/",
                Optional.of(declared.name()),
                Optional.of(declared.host()),
                variable -> Optional.empty(),
                path -> Optional.empty());
        try {
            return YamlReader.read(engine)
                    .filter(Yaml.Fields.class::isInstance)
                    .map(root -> new FileImport(file, (Yaml.Fields) root));
        } catch (YamlException e) {
            throw new IllegalStateException("what an engine says is no YAML", e);
        }
    }
}
