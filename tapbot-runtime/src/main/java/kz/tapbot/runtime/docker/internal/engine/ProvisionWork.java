package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.service.Provision;
import kz.tapbot.runtime.docker.internal.link.Commands;
import kz.tapbot.runtime.docker.internal.observe.Vitals;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.operation.MakeProvision;
import kz.tapbot.runtime.operation.RemoveProvision;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Things inside running services, made and found by the service's own commands. */
final class ProvisionWork {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration READY = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Bench bench;
    private final ContainerWork containers;

    ProvisionWork(Bench bench, ContainerWork containers) {
        this.bench = bench;
        this.containers = containers;
    }

    void make(MakeProvision operation) {
        Provision provision = operation.provision();
        String doing = "Making " + provision.kind() + " " + provision.name();
        Optional<InspectContainerResponse> container = containers.find(operation.container());
        if (container.isEmpty() || !getsReady(container.get())) {
            throw new OperationFailedException(doing + " failed: container " + operation.container()
                    + (container.isEmpty() ? " does not exist." : " is not ready."));
        }
        containers.ours(doing + " in", operation.container());
        List<String> probe = provision.probe().arguments();
        // What holds no data is made again: that it is there does not say that it is of what is declared.
        if (!provision.data()
                || run(operation.container(), probe, Optional.empty()).status() != 0) {
            create(operation, doing);
        }
        Optional<String> content = provision.data()
                ? Optional.empty()
                : provision.input().map(bench.context().contents()::of);
        bench.owners().claim(operation.address(), probe, content);
    }

    /** What was waited for may be in between: some images start their server once to set it up, and then again. */
    private boolean getsReady(InspectContainerResponse container) {
        long begin = System.nanoTime();
        Optional<InspectContainerResponse> now = Optional.of(container);
        while (now.isPresent() && !Vitals.isReady(bench.engine(), now.get())) {
            if (Vitals.health(now.get()) != Health.STARTING || System.nanoTime() - begin > READY.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            now = containers.find(container.getId());
        }
        return now.isPresent();
    }

    private void create(MakeProvision operation, String doing) {
        Provision provision = operation.provision();
        Optional<byte[]> input = provision.input().map(bench.context().contents()::bytes);
        Commands.Result made;
        try {
            made = run(operation.container(), provision.create().arguments(), input);
        } finally {
            input.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
        if (made.status() != 0) {
            // What the command said may quote its input, and that may hold secrets.
            throw new OperationFailedException(
                    doing + " failed: its command ended with status " + made.status() + ".",
                    provision.input().filter(one -> !one.secrets().isEmpty()).isPresent() ? List.of() : made.lines());
        }
    }

    void remove(RemoveProvision operation) {
        if (bench.owners().isOurs(operation.address(), java.util.Map.of())) {
            bench.owners().forget(operation.address());
        }
    }

    private Commands.Result run(String container, List<String> command, Optional<byte[]> input) {
        return Commands.run(bench.engine(), container, command, input, LIMIT);
    }
}
