package kz.tapbot.runtime.plan;

import java.time.Duration;
import java.util.List;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RenameContainer;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.resource.ContainerResource;

/**
 * The ways in which a container comes and goes. In all of them there is at every moment either a working container or one that a next
 * plan finds and brings back: under its own name, or as {@code NAME.before}.
 */
final class ContainerSteps {

    /** What follows the name of the container that is being replaced, until the new one has proved itself. */
    static final String BEFORE = ".before";

    /** What follows the name of a new container that starts beside the old one. */
    static final String NEXT = ".next";

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofSeconds(5);

    private final Address address;
    private final ContainerResource wanted;
    private final String name;

    ContainerSteps(Address address, ContainerResource wanted) {
        this.address = address;
        this.wanted = wanted;
        this.name = wanted.name().value();
    }

    /** Something new where nothing is. */
    List<Step> create() {
        return List.of(Step.of(create(name), remove(name)), Step.of(start(name), stop(name)), Step.of(comeUp(name)));
    }

    /** The old one goes before the new one comes, and comes back if that fails. */
    List<Step> stopFirst() {
        return List.of(
                Step.of(stop(name), start(name)),
                Step.of(rename(name, name + BEFORE), rename(name + BEFORE, name)),
                Step.of(create(name), remove(name)),
                Step.of(start(name), stop(name)),
                Step.of(await(name)),
                Step.of(remove(name + BEFORE)));
    }

    /** The new one comes beside the old one and takes its name when it is healthy; both run until then, and a moment longer. */
    List<Step> startFirst() {
        return List.of(
                Step.of(create(name + NEXT), remove(name + NEXT)),
                Step.of(start(name + NEXT), stop(name + NEXT)),
                Step.of(await(name + NEXT)),
                Step.of(rename(name, name + BEFORE), rename(name + BEFORE, name)),
                Step.of(rename(name + NEXT, name), rename(name, name + NEXT)),
                Step.of(stop(name + BEFORE), start(name + BEFORE)),
                Step.of(remove(name + BEFORE)));
    }

    /** What is there is started again. */
    List<Step> startAgain() {
        return List.of(Step.of(start(name)), Step.of(comeUp(name)));
    }

    /** What is there is stopped and started. The state before is only there again if it is healthy after all. */
    List<Step> restart() {
        return List.of(
                Step.of(stop(name), start(name)),
                Step.of(start(name)),
                Step.of(await(name), new AwaitHealthy(address, name, Duration.ZERO, STABLE)));
    }

    /** The new one has proved itself: the one before it is not needed any more. */
    List<Step> finish() {
        return List.of(Step.of(await(name)), Step.of(stop(name + BEFORE)), Step.of(remove(name + BEFORE)));
    }

    /** The new one has not proved itself: the one before it gets its name back. */
    List<Step> goBack(boolean newIsThere) {
        Step back = Step.of(rename(name + BEFORE, name));
        return newIsThere ? List.of(Step.of(stop(name)), Step.of(remove(name)), back) : List.of(back);
    }

    /** A new one that never took over goes. */
    List<Step> dropNext() {
        return List.of(Step.of(stop(name + NEXT)), Step.of(remove(name + NEXT)));
    }

    /** Waits for another container before what needs it. */
    static Step await(Address waiting, ContainerResource needed) {
        return Step.of(
                new AwaitHealthy(waiting, needed.name().value(), limit(needed.service()), untilUp(needed.service())));
    }

    /** How long it takes from the start until it is known to work, if all goes well. */
    static Duration startUp(Service service) {
        return service.healthCheck()
                .map(check -> check.startPeriod().plus(check.interval()))
                .orElse(STABLE);
    }

    /** After which it is known not to work: every retry used up, and some margin for a slow machine. */
    private static Duration limit(Service service) {
        return service.healthCheck().map(ContainerSteps::limit).orElse(MARGIN.plus(STABLE));
    }

    private static Duration limit(HealthCheck check) {
        return check.startPeriod()
                .plus(check.interval().plus(check.timeout()).multipliedBy(check.retries()))
                .plus(MARGIN);
    }

    private Operation create(String as) {
        return new CreateContainer(address, as, wanted);
    }

    private Operation start(String container) {
        return new StartContainer(address, container);
    }

    private Operation stop(String container) {
        return new StopContainer(address, container);
    }

    private Operation remove(String container) {
        return new RemoveContainer(address, container);
    }

    private Operation rename(String container, String newName) {
        return new RenameContainer(address, container, newName);
    }

    /** Nothing is given up for it, so that its first good check is enough. */
    private Operation comeUp(String container) {
        return new AwaitHealthy(address, container, limit(wanted.service()), untilUp(wanted.service()));
    }

    /** Another is given up for it, so that it has to stay healthy for two more checks, or {@link #STABLE} if these are rarer. */
    private Operation await(String container) {
        Duration twice = wanted.service()
                .healthCheck()
                .map(check -> check.interval().multipliedBy(2))
                .orElse(STABLE);
        return new AwaitHealthy(
                address, container, limit(wanted.service()), twice.compareTo(STABLE) < 0 ? twice : STABLE);
    }

    private static Duration untilUp(Service service) {
        return service.healthCheck().isPresent() ? Duration.ZERO : STABLE;
    }
}
