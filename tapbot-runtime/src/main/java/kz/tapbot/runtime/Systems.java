package kz.tapbot.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.Topology;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.plan.RuntimeCode;

/** Compares the systems that servers run with those that are declared, and with those that Tapbot knows. */
final class Systems {

    private Systems() {}

    static List<Diagnostic> compare(Topology topology, Observation found) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Server server : topology.servers()) {
            ServerFacts facts = found.servers().get(server.name());
            if (facts != null && facts.release().isPresent()) {
                compare(server, facts.release().get()).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Diagnostic> compare(Server server, String release) {
        String name = server.name().value();
        if (OperatingSystem.find(release).isEmpty()) {
            return Optional.of(finding(
                    RuntimeCode.SYSTEM_UNKNOWN,
                    server,
                    "Server " + name + " runs " + release
                            + ", and Tapbot knows its way about Debian 12 and 13 and Ubuntu 22.04, 24.04 and 26.04.\n"
                            + "Packages, files and units are elsewhere there, so that nothing is begun.\n"
                            + "Install one of these, or manage only the containers: --runtime docker:ssh"));
        }
        return server.system()
                .filter(declared -> !declared.toString().equals(release))
                .map(declared -> finding(
                        RuntimeCode.OTHER_SYSTEM,
                        server,
                        "Server " + name + " is declared with " + declared + " and runs " + release + ".\n"
                                + "Checks went by what is declared, and nothing upgrades a system.\n"
                                + "Declare what it runs: " + call(release)));
    }

    private static String call(String release) {
        int space = release.indexOf(' ');
        return "." + release.substring(0, space) + "(\"" + release.substring(space + 1) + "\")";
    }

    private static Diagnostic finding(RuntimeCode code, Server server, String detail) {
        List<DeclaredAt> at = server.places().of("system").map(List::of).orElseGet(List::of);
        return new Diagnostic(code, server.address(), detail, at);
    }
}
