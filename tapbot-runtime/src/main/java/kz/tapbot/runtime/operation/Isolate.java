package kz.tapbot.runtime.operation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;

/**
 * Lets nobody but administrators reach a server and its containers.
 *
 * @param address what it is for
 * @param from who is still let in
 */
public record Isolate(Address address, SortedSet<Cidr> from) implements IncidentOperation {

    /** Copies the blocks. */
    public Isolate {
        from = Collections.unmodifiableSortedSet(new TreeSet<>(from));
    }

    @Override
    public void performedBy(IncidentOperations operations) {
        operations.isolate(this);
    }

    @Override
    public String toString() {
        return "let in only " + String.join(", ", from.stream().map(Cidr::value).toList());
    }
}
