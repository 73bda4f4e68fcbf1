package kz.tapbot.runtime.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.daily.Usage;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.fleet.ServerStatus;
import kz.tapbot.runtime.fleet.Status;
import kz.tapbot.runtime.view.TextTable;

/** {@code status}: how servers and containers are. A server that is not reached is told beside those that are. */
final class StatusVerb implements Verb {

    private static final List<String> HEADS =
            List.of("Name", "Health", "Up", "Restarts", "CPU", "Memory", "Disk", "Image");

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        Optional<ServerName> only = in.server(servers.topology());
        Status status = servers.runtime().status(servers.topology());
        List<ServerStatus> shown = status.servers().stream()
                .filter(server -> only.map(server.server()::equals).orElse(true))
                .toList();
        boolean reached = shown.stream().allMatch(server -> server.unreachable().isEmpty());
        ExitCode code = reached ? ExitCode.DONE : ExitCode.UNREACHABLE;
        if (in.json()) {
            in.outExactly(in.document(code)
                    .put("servers", shown.stream().map(StatusVerb::json).toList())
                    .pretty());
        } else {
            StringBuilder out = new StringBuilder();
            shown.forEach(server -> text(out, server, in.colour()));
            in.outExactly(out.toString());
        }
        return code;
    }

    private static void text(StringBuilder out, ServerStatus server, boolean colour) {
        out.append(out.isEmpty() ? "" : "\n")
                .append("Server ")
                .append(server.server())
                .append(": ");
        if (server.facts().isEmpty()) {
            out.append(Paint.RED.on("not reached", colour)).append('\n');
            server.unreachable().ifPresent(why -> out.append("  ").append(why).append('\n'));
            return;
        }
        ServerFacts facts = server.facts().get();
        out.append(facts.system());
        facts.freeDisk().ifPresent(bytes -> out.append(", ").append(bytes >> 20).append(" MiB of disk free"));
        out.append('\n');
        Sizes.engine(server.usage())
                .ifPresent(
                        line -> out.append("  The engine holds ").append(line).append('\n'));
        server.holder()
                .ifPresent(holder -> out.append("  Locked by ").append(holder).append('\n'));
        facts.interrupted()
                .ifPresent(entry ->
                        out.append("  A run was interrupted: ").append(entry).append('\n'));
        facts.notes().forEach(note -> out.append("  ").append(note).append('\n'));
        List<List<String>> rows = new ArrayList<>();
        for (ContainerFacts container : new TreeMap<>(facts.containers()).values()) {
            Usage usage = server.usage().of(container.name());
            rows.add(List.of(
                    container.name(),
                    word(container.health()),
                    duration(container.uptime()),
                    Integer.toString(container.restarts()),
                    Sizes.cpu(usage),
                    Sizes.memory(usage),
                    Sizes.disk(usage),
                    container.image()));
        }
        new TextTable("Containers", HEADS, rows).text(out);
        for (ContainerFacts container : new TreeMap<>(facts.containers()).values()) {
            if (container.health() == Health.UNHEALTHY || container.health() == Health.STOPPED) {
                container
                        .lastLog()
                        .forEach(line -> out.append("    ")
                                .append(container.name())
                                .append(" | ")
                                .append(line)
                                .append('\n'));
            }
        }
    }

    private static Json json(ServerStatus server) {
        Json json = new Json()
                .put("server", server.server())
                .put("reached", server.facts().isPresent())
                .put("unreachable", server.unreachable())
                .put("lock", server.holder());
        server.facts().ifPresent(facts -> {
            json.put("system", facts.system())
                    .put("interrupted", facts.interrupted())
                    .put("notes", facts.notes());
            Sizes.into(json, server.usage());
            json.put(
                    "containers",
                    new TreeMap<>(facts.containers())
                            .values().stream()
                                    .map(container ->
                                            json(container, server.usage().of(container.name())))
                                    .toList());
        });
        return json;
    }

    private static Json json(ContainerFacts container, Usage usage) {
        Json json = new Json()
                .put("name", container.name())
                .put("health", word(container.health()))
                .put("image", container.image())
                .put("upSeconds", container.uptime().toSeconds())
                .put("restarts", container.restarts())
                .put("lastLog", container.lastLog());
        return Sizes.into(json, usage);
    }

    private static String word(Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }

    private static String duration(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h" : minutes / 1440 + " days";
    }
}
