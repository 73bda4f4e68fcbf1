package kz.tapbot.runtime.operate;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Goes back to an earlier release of one service. */
public final class Rollback {

    private Rollback() {}

    /**
     * A topology in which a service is what it was. What is the service's own comes from the release: image, program, environment, files, health check, limits, confinement.
     * What ties it to others stays as it is declared: networks, volumes, published ports, needs, routes, and what is made inside it.
     *
     * @throws OperationFailedException if the release needs a secret that is not declared any more
     */
    public static Topology topology(Topology declared, ServiceId id, Service release) {
        Topology.Builder all = Topology.builder().from(declared);
        all.servers(declared.servers().stream()
                .map(server -> server.name().equals(id.server()) ? with(server, id, release) : server)
                .toList());
        Topology back = all.build();
        NavigableSet<SecretName> missing = new TreeSet<>(secrets(release));
        back.secrets().forEach(secret -> missing.remove(secret.name()));
        if (!missing.isEmpty()) {
            throw new OperationFailedException("That release of " + id.service() + " needs "
                    + (missing.size() == 1 ? "the secret " : "the secrets ") + missing
                    + ", which the topology does not declare any more. Declare "
                    + (missing.size() == 1 ? "it" : "them") + " again to go back.");
        }
        return back;
    }

    private static Server with(Server server, ServiceId id, Service release) {
        return Server.builder()
                .from(server)
                .services(server.services().stream()
                        .map(service -> service.name().equals(id.service()) ? merged(service, release) : service)
                        .toList())
                .build();
    }

    static Service merged(Service declared, Service release) {
        Service.Builder merged = Service.builder()
                .from(declared)
                .image(release.image())
                .entrypoint(release.entrypoint())
                .command(release.command())
                .environment(release.environment())
                .files(release.files())
                .healthCheck(release.healthCheck())
                .limits(release.limits())
                .confinement(release.confinement())
                .restart(release.restart())
                .stopGrace(release.stopGrace())
                .labels(release.labels());
        return merged.build();
    }

    private static NavigableSet<SecretName> secrets(Service service) {
        NavigableSet<SecretName> all = new TreeSet<>();
        service.environment().values().stream()
                .map(EnvironmentValue::secret)
                .flatMap(Optional::stream)
                .forEach(all::add);
        service.files().stream().map(ContainerFile::content).forEach(content -> all.addAll(content.secrets()));
        return all;
    }

    /** Of a plan for everything, what is about one container: in trouble nobody wants other changes as well. */
    public static Plan alone(Plan plan, Address container) {
        List<Change> changes = plan.changes().stream()
                .filter(change -> change.address().equals(container))
                .map(change -> new Change(
                        change.address(),
                        change.server(),
                        change.action(),
                        change.differences(),
                        change.cause(),
                        change.consequences(),
                        change.prepare(),
                        change.steps(),
                        new TreeSet<>(),
                        change.confirmed()))
                .toList();
        List<Diagnostic> about = plan.report().diagnostics().stream()
                .filter(finding -> finding.address().equals(container)
                        && finding.code() != kz.tapbot.runtime.plan.RuntimeCode.ROLLED_BACK)
                .toList();
        return new Plan(
                plan.topology(), plan.fingerprint(), changes, new Report(Address.topology(plan.topology()), about));
    }
}
