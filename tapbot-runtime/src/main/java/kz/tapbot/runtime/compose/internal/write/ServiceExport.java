package kz.tapbot.runtime.compose.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.runtime.compose.internal.yaml.Block;

/** One service as Compose says it. */
final class ServiceExport {

    private final Server server;
    private final Service service;
    private final ServiceFiles files;
    private final Missing missing;
    private final Block all = new Block();

    ServiceExport(Server server, Service service, ServiceFiles files, Missing missing) {
        this.server = server;
        this.service = service;
        this.files = files;
        this.missing = missing;
    }

    Block block() {
        all.put("image", service.image().value());
        all.put("container_name", service.name().value());
        all.put("hostname", service.name().value());
        service.entrypoint().ifPresent(words -> all.put("entrypoint", words.arguments()));
        service.command().ifPresent(words -> all.put("command", words.arguments()));
        all.put("restart", restart(service.restart()));
        all.put("stop_grace_period", Amounts.time(service.stopGrace()));
        needs();
        networks();
        all.put("expose", service.listens());
        all.put(
                "ports",
                service.publications().stream().map(ServiceExport::port).toList());
        environment();
        mounts();
        service.healthCheck().ifPresent(check -> all.put("healthcheck", health(check)));
        limits(service.limits());
        confinement(service.confinement());
        Block labels = new Block();
        service.labels().forEach(labels::put);
        all.put("labels", labels);
        InsideService.tell(address(), service, missing);
        return all;
    }

    private Address address() {
        return Address.on(server.name(), "service", service.name().value());
    }

    private static String restart(RestartPolicy policy) {
        return switch (policy) {
            case NO -> "no";
            case ON_FAILURE -> "on-failure";
            case ALWAYS -> "always";
            case UNLESS_STOPPED -> "unless-stopped";
        };
    }

    private void needs() {
        Block needs = new Block();
        for (Need need : service.needs()) {
            boolean here = need.service().server().equals(server.name())
                    && server.services().stream()
                            .anyMatch(
                                    other -> other.name().equals(need.service().service()) && !other.planned());
            if (here) {
                needs.put(
                        need.service().service().value(),
                        new Block().put("condition", need.healthy() ? "service_healthy" : "service_started"));
            } else {
                missing.tell(
                        address(),
                        service.places(),
                        "needs." + need.service(),
                        "that it needs " + need.service() + ", which is not in this file",
                        "Bring that up first.");
            }
        }
        all.put("depends_on", needs);
    }

    private void networks() {
        Block networks = new Block();
        for (Attachment attachment : service.networks()) {
            networks.putEvenEmpty(
                    attachment.network().network().value(), new Block().put("aliases", attachment.aliases()));
        }
        if (service.networks().isEmpty()) {
            all.put(
                    "network_mode",
                    "bridge"); // where the engine puts what names no network; Compose would make one of its own
        } else {
            all.put("networks", networks);
        }
    }

    private static String port(Publication publication) {
        String bind = publication
                .bind()
                .map(address -> address.isIpv6() ? "[" + address + "]:" : address + ":")
                .orElse("");
        return bind + publication.host().number() + ":" + publication.container() + "/"
                + publication.host().protocol().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void environment() {
        Block environment = new Block();
        for (Map.Entry<String, EnvironmentValue> variable :
                service.environment().entrySet()) {
            variable.getValue().text().ifPresent(text -> environment.put(variable.getKey(), text));
            variable.getValue()
                    .secret()
                    .ifPresent(secret -> environment.putReplaced(variable.getKey(), files.variable(secret)));
        }
        all.put("environment", environment);
    }

    private void mounts() {
        // by their targets: of two on one, which a check refuses, the later one is said
        Map<String, Block> volumes = new LinkedHashMap<>();
        for (Mount mount : service.mounts()) {
            Block block = new Block();
            mount.volume()
                    .ifPresent(id -> block.put("type", "volume")
                            .put("source", id.volume().value()));
            mount.host().ifPresent(path -> block.put("type", "bind").put("source", path.value()));
            mount.memory().ifPresent(size -> block.put("type", "tmpfs"));
            block.put("target", mount.target().value()).flag("read_only", mount.readOnly());
            mount.memory().ifPresent(size -> block.put("tmpfs", new Block().put("size", size.bytes())));
            volumes.put(mount.target().value(), block);
        }
        Map<String, Block> secrets = new LinkedHashMap<>();
        for (ContainerFile file : service.files()) {
            boolean plain = file.content().secrets().isEmpty();
            String target = file.path().value();
            if (plain) {
                volumes.put(
                        target,
                        new Block()
                                .put("type", "bind")
                                .put("source", files.plain(service, file))
                                .put("target", target)
                                .flag("read_only", true));
            } else {
                secrets.put(
                        target,
                        new Block().put("source", files.secret(service, file)).put("target", target));
            }
            owner(file, plain);
        }
        all.put("volumes", volumes.values()).put("secrets", secrets.values());
    }

    private void owner(ContainerFile file, boolean plain) {
        if (file.owner() != 0 || !plain) {
            missing.tell(
                    address(),
                    service.places(),
                    "files." + file.path(),
                    "that " + file.path() + " belongs to user " + file.owner() + " with mode " + file.mode(),
                    "A mounted file keeps the owner and mode that it has beside the Compose file: set them there.");
        }
    }

    private static Block health(HealthCheck check) {
        List<String> test = new ArrayList<>(List.of("CMD"));
        test.addAll(check.command().arguments());
        return new Block()
                .put("test", test)
                .put("interval", Amounts.time(check.interval()))
                .put("timeout", Amounts.time(check.timeout()))
                .put("retries", check.retries())
                .put("start_period", Amounts.time(check.startPeriod()));
    }

    private void limits(Limits limits) {
        limits.memory().ifPresent(size -> all.put("mem_limit", Amounts.size(size)));
        limits.cpus().ifPresent(cpus -> all.put("cpus", cpus.toString()));
        limits.processes().ifPresent(most -> all.put("pids_limit", most));
        Block ulimits = new Block();
        limits.ulimits().forEach(limit -> ulimit(ulimits, limit));
        all.put("ulimits", ulimits);
        all.put(
                "logging",
                new Block()
                        .put("driver", "json-file")
                        .put(
                                "options",
                                new Block()
                                        .put(
                                                "max-size",
                                                Long.toString(limits.logFile().bytes()))
                                        .put("max-file", Integer.toString(limits.logFiles()))));
    }

    private static void ulimit(Block all, Ulimit limit) {
        if (limit.soft() == limit.hard()) {
            all.put(limit.kind().word(), limit.hard());
        } else {
            all.put(limit.kind().word(), new Block().put("soft", limit.soft()).put("hard", limit.hard()));
        }
    }

    private void confinement(Confinement confinement) {
        all.put("user", confinement.user());
        all.flag("read_only", confinement.readOnlyRoot()).flag("init", confinement.init());
        all.put("cap_drop", names(confinement.droppedCapabilities()))
                .put("cap_add", names(confinement.addedCapabilities()));
        all.put("security_opt", confinement.noNewPrivileges() ? List.of("no-new-privileges:true") : List.of());
    }

    private static List<String> names(SortedSet<Capability> capabilities) {
        return capabilities.stream().map(Capability::name).toList();
    }
}
