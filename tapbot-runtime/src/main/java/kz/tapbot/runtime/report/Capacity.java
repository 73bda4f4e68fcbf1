package kz.tapbot.runtime.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.MonthlyCost;
import kz.tapbot.runtime.view.TextTable;

/** What machines have, what is promised of it, what they cost, and what is planned. */
final class Capacity {

    private static final String UNKNOWN = "not declared";

    private Capacity() {}

    static List<TextTable> tables(Topology topology) {
        List<List<String>> rows = new ArrayList<>();
        for (Server server : topology.servers()) {
            Optional<ServerSize> size = server.size();
            rows.add(List.of(
                    server.name() + (server.planned() ? " (planned)" : ""),
                    memory(server, size),
                    disk(server, size),
                    processors(server, size),
                    server.provider()
                            .map(from -> from.name()
                                    + from.location().map(at -> ", " + at).orElse(""))
                            .orElse(UNKNOWN),
                    server.provider()
                            .flatMap(from -> from.cost())
                            .map(Object::toString)
                            .orElse(UNKNOWN)));
        }
        return List.of(new TextTable(
                "Machines", List.of("Server", "Memory", "Disk", "CPU", "Provider", "Cost a month"), rows));
    }

    private static String memory(Server server, Optional<ServerSize> size) {
        long promised = 0;
        long unlimited = 0;
        for (Service service : server.services()) {
            if (!service.planned()) {
                Optional<DataSize> limit = service.limits().memory();
                promised += limit.map(DataSize::bytes).orElse(0L);
                unlimited += limit.isPresent() ? 0 : 1;
            }
        }
        return against(promised, size.map(ServerSize::memory))
                + (unlimited > 0 ? ", and " + unlimited + " without a limit" : "");
    }

    private static String disk(Server server, Optional<ServerSize> size) {
        long expected = 0;
        long unknown = 0;
        for (var volume : server.volumes()) {
            expected += volume.expectedSize().map(DataSize::bytes).orElse(0L);
            unknown += volume.expectedSize().isPresent() ? 0 : 1;
        }
        return against(expected, size.map(ServerSize::disk))
                + (unknown > 0
                        ? ", and " + unknown + (unknown == 1 ? " volume" : " volumes") + " of no declared size"
                        : "");
    }

    private static String processors(Server server, Optional<ServerSize> size) {
        long promised = server.services().stream()
                .filter(service -> !service.planned())
                .mapToLong(service -> service.limits().cpus().map(Cpus::millis).orElse(0))
                .sum();
        String amount = promised == 0
                ? "nothing"
                : BigDecimal.valueOf(promised, 3).stripTrailingZeros().toPlainString();
        return size.map(has -> amount + " of " + has.cpus()).orElse(amount);
    }

    /** {@code 1500 MiB of 4 GiB (37 %)}. */
    private static String against(long taken, Optional<DataSize> of) {
        String amount = taken == 0 ? "nothing" : DataSize.bytes(taken).toString();
        return of.filter(has -> has.bytes() > 0)
                .map(has -> amount + " of " + has + " ("
                        + BigDecimal.valueOf(taken)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(has.bytes()), 0, RoundingMode.HALF_UP)
                        + " %)")
                .orElse(amount);
    }

    /** The sum of what is declared, for each currency; planned servers cost nothing yet. */
    static List<String> costs(Topology topology) {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                Optional<MonthlyCost> cost = server.provider().flatMap(from -> from.cost());
                cost.ifPresent(one -> sums.merge(one.currency().getCurrencyCode(), one.amount(), BigDecimal::add));
            }
        }
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().toPlainString() + " " + sum.getKey())
                .toList();
    }

    static TextTable planned(Topology topology) {
        List<List<String>> rows = new ArrayList<>();
        for (Server server : topology.servers()) {
            if (server.planned()) {
                rows.add(List.of(server.address().toString(), "", "the whole server"));
            }
            for (Service service : server.services()) {
                if (service.planned()) {
                    rows.add(List.of(
                            "service:" + server.name() + "/" + service.name(),
                            service.image().toString(),
                            service.limits().memory().map(Object::toString).orElse("no limit")));
                }
            }
        }
        return new TextTable("Planned parts", List.of("What", "Image", "Memory"), rows);
    }
}
