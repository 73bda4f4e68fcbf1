package kz.tapbot.runtime.compose.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.compose.internal.yaml.Block;
import kz.tapbot.runtime.compose.internal.yaml.YamlText;
import kz.tapbot.runtime.compose.result.Exported;
import kz.tapbot.runtime.compose.result.ExportedFile;

/** One server as a Compose file. */
public final class ServerExport {

    private final Topology topology;
    private final Server server;
    private final Missing missing = new Missing();
    private final Map<SecretName, SecretDeclaration> secrets = new TreeMap<>();

    /** Of that server. */
    public ServerExport(Topology topology, Server server) {
        this.topology = topology;
        this.server = server;
        topology.secrets().forEach(secret -> secrets.put(secret.name(), secret));
    }

    /** The files. */
    public Exported exported() {
        HostSide.tell(topology, server, missing);
        ServiceFiles files = new ServiceFiles(secrets);
        Block services = new Block();
        for (Service service : server.services()) {
            if (service.planned()) {
                missing.tell(
                        address(service),
                        service.places(),
                        "planned",
                        "a service that is only planned",
                        "Export again when it is not.");
            } else {
                services.put(service.name().value(), new ServiceExport(server, service, files, missing).block());
            }
        }
        Block all = new Block()
                .putEvenEmpty("services", services)
                .put("networks", networks())
                .put("volumes", volumes())
                .put("secrets", files.secretSources());
        String folder = server.name() + "/";
        List<ExportedFile> beside = new ArrayList<>();
        files.files().forEach((path, file) -> beside.add(new ExportedFile(folder + path, file.text(), file.mode())));
        ExportedFile compose =
                new ExportedFile(folder + "compose.yaml", head(files) + YamlText.of(all), FileMode.ALL_READ);
        return new Exported(server.name(), compose, beside, missing.findings());
    }

    private kz.tapbot.model.name.Address address(Service service) {
        return kz.tapbot.model.name.Address.on(
                server.name(), "service", service.name().value());
    }

    private Block networks() {
        Block all = new Block();
        for (Network network : server.networks()) {
            List<Block> blocks = new ArrayList<>();
            network.subnet().ifPresent(subnet -> blocks.add(new Block().put("subnet", subnet.toString())));
            network.subnetIpv6().ifPresent(subnet -> blocks.add(new Block().put("subnet", subnet.toString())));
            all.put(
                    network.name().value(),
                    new Block()
                            .put("name", network.name().value())
                            .put("driver", "bridge")
                            .flag("internal", network.internal())
                            .flag("enable_ipv6", network.subnetIpv6().isPresent())
                            .put("ipam", new Block().put("config", blocks)));
        }
        return all;
    }

    private Block volumes() {
        Block all = new Block();
        for (Volume volume : server.volumes()) {
            all.put(volume.name().value(), new Block().put("name", volume.name().value()));
        }
        return all;
    }

    private String head(ServiceFiles files) {
        StringBuilder out = new StringBuilder();
        out.append("# Server ").append(server.name()).append(" of topology ").append(topology.name());
        out.append(", rendered by Tapbot. Edit the declaration, not this file.\n");
        if (!files.variables().isEmpty()) {
            out.append(
                    "#\n# Secrets that Compose takes from the environment (or from a file .env that nobody else may read):\n");
            files.variables()
                    .forEach((variable, secret) -> out.append("#   ")
                            .append(variable)
                            .append("  secret ")
                            .append(secret)
                            .append('\n'));
        }
        if (!files.secretFiles().isEmpty()) {
            out.append(
                    "#\n# Secrets that must lie beside this file before it is brought up; none is written by the export:\n");
            files.secretFiles()
                    .forEach((path, what) -> out.append("#   ")
                            .append(path)
                            .append("  ")
                            .append(what)
                            .append('\n'));
        }
        if (!missing.lines().isEmpty()) {
            out.append("#\n# What Compose cannot say, and so is missing here:\n");
            missing.lines().forEach(line -> out.append("#   ").append(line).append('\n'));
        }
        return out.append('\n').toString();
    }
}
