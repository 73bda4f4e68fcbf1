package kz.tapbot.examples.bench;

import java.nio.file.Path;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.host.HostDriver;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/** One process of the benchmark of servers: makes them as declared, as a user's program does. */
final class HostOnce {

    private HostOnce() {}

    /**
     * Runs once.
     *
     * @param args of each server its address and the fingerprint of its host key, with commas between; the file of the key that root logs in with;
     *     {@code converge}, or {@code look} for the plan alone
     */
    public static void main(String[] args) {
        Topology topology = RaceHosts.topology(List.of(args[0].split(",")));
        TapbotRuntime runtime =
                TapbotRuntime.builder().driver(driver(Path.of(args[1]))).build();
        Plan plan = runtime.plan(topology);
        if (plan.isEmpty()) {
            System.out.println("No changes.");
            return;
        }
        if (args[2].equals("look")) {
            System.out.println(plan);
            return;
        }
        ApplyReport report = runtime.apply(topology, plan, PlanOptions.STANDARD, ApplyOptions.standard());
        System.out.println(report);
        System.exit(report.isDone() ? 0 : 1);
    }

    /** Logs in as root with that key. */
    static HostDriver driver(Path key) {
        SshLogin login = SshLogin.keyFile(key);
        return new HostDriver(server -> SshTarget.of("root", server.host().value(), trusted(server), login));
    }

    private static HostKeys trusted(Server server) {
        return HostKeys.trust(
                server.ssh().hostKeys().stream().map(HostKeyFingerprint::value).toArray(String[]::new));
    }
}
