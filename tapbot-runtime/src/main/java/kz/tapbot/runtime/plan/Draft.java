package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.resource.Resource;

/** A change while it is made up. */
final class Draft {

    private final Address address;
    private final Kind kind;
    private final ServerName server;
    private final Action action;
    private final String cause;
    private final Optional<Resource> resource;
    private final List<String> consequences = new ArrayList<>(2);
    private final List<Operation> prepare = new ArrayList<>(1);
    private final List<Step> steps = new ArrayList<>(4);
    private final SortedSet<Address> after = new TreeSet<>();
    private List<Difference> differences = List.of();
    private boolean confirmed;

    /** A change towards what is declared. */
    Draft(Address address, Resource resource, Action action, String cause) {
        this(address, resource.server(), action, cause, Optional.of(resource));
    }

    /** The removal of something. */
    Draft(Address address, ServerName server, String cause) {
        this(address, server, Action.REMOVE, cause, Optional.empty());
    }

    private Draft(Address address, ServerName server, Action action, String cause, Optional<Resource> resource) {
        this.address = address;
        this.kind = Kind.of(address);
        this.server = server;
        this.action = action;
        this.cause = cause;
        this.resource = resource;
    }

    Address address() {
        return address;
    }

    Kind kind() {
        return kind;
    }

    ServerName server() {
        return server;
    }

    Action action() {
        return action;
    }

    Optional<Resource> resource() {
        return resource;
    }

    SortedSet<Address> after() {
        return after;
    }

    Draft differences(List<Difference> all) {
        differences = all;
        return this;
    }

    List<Difference> differences() {
        return differences;
    }

    Draft consequence(String text) {
        consequences.add(text);
        return this;
    }

    Draft prepare(Operation operation) {
        prepare.add(operation);
        return this;
    }

    Draft step(Operation operation) {
        steps.add(Step.of(operation));
        return this;
    }

    Draft step(Operation operation, Operation undo) {
        steps.add(Step.of(operation, undo));
        return this;
    }

    Draft steps(List<Step> more) {
        steps.addAll(more);
        return this;
    }

    /** Puts steps before those that are there. */
    Draft first(List<Step> some) {
        steps.addAll(0, some);
        return this;
    }

    Draft confirmed(boolean value) {
        confirmed = value;
        return this;
    }

    Change change() {
        return new Change(
                address,
                server,
                action,
                differences,
                cause,
                consequences,
                prepare,
                steps,
                Collections.unmodifiableSortedSet(after),
                confirmed);
    }
}
