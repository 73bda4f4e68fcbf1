package kz.tapbot.runtime.memory.internal.act;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.service.Provision;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.Vitals;
import kz.tapbot.runtime.operation.MakeProvision;
import kz.tapbot.runtime.operation.RemoveProvision;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Things inside running services. */
final class ProvisionWork {

    private final Bench bench;

    ProvisionWork(Bench bench) {
        this.bench = bench;
    }

    void make(MakeProvision operation) {
        bench.refuseOthers(operation.address());
        Engine engine = StoreWork.answering(bench);
        SimContainer container = engine.containers().get(operation.container());
        Provision provision = operation.provision();
        if (container == null || !isReady(container)) {
            throw new OperationFailedException(
                    "Making " + provision.kind() + " " + provision.name() + " failed: container "
                            + operation.container() + (container == null ? " does not exist." : " is not ready."));
        }
        provision.input().ifPresent(input -> Arrays.fill(bench.contents().bytes(input), (byte) 0));
        String key = Engine.provision(provision.kind().value(), provision.name());
        if (provision.data()) {
            engine.store(container).putIfAbsent(key, "");
        } else {
            engine.store(container)
                    .put(key, provision.input().map(bench.contents()::of).orElse(""));
        }
        bench.machine().ownership().claim(bench.topology(), operation.address(), Optional.of(resource(operation)));
    }

    void remove(RemoveProvision operation) {
        if (bench.ours(operation.address())) {
            bench.forget(operation.address());
        }
    }

    private ProvisionResource resource(MakeProvision operation) {
        String path = operation.address().path();
        int from = path.indexOf('/') + 1;
        ServiceName service = ServiceName.of(path.substring(from, path.indexOf('/', from)));
        return new ProvisionResource(bench.machine().name(), service, operation.provision(), new TreeSet<>());
    }

    private boolean isReady(SimContainer container) {
        Engine engine = bench.machine().engine();
        return Vitals.health(
                        container,
                        engine.images().behaviour(container.service().image()),
                        bench.machine().pulse().now())
                == Health.HEALTHY;
    }
}
