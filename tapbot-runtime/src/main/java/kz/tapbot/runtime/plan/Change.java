package kz.tapbot.runtime.plan;

import java.util.List;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.operation.Operation;

/**
 * What happens to one thing.
 *
 * @param address the thing
 * @param server the server it is on
 * @param action what happens
 * @param differences what is different after, by attribute
 * @param cause why, in a few words
 * @param consequences what people will notice, such as for how long a service is away
 * @param prepare operations that touch nothing that runs; those of all changes are done before the first step of any
 * @param steps what is done, in order
 * @param after the addresses of changes that come first
 * @param confirmed whether it can lock us out, so that an undo is armed and only a fresh login disarms it
 */
public record Change(
        Address address,
        ServerName server,
        Action action,
        List<Difference> differences,
        String cause,
        List<String> consequences,
        List<Operation> prepare,
        List<Step> steps,
        SortedSet<Address> after,
        boolean confirmed) {

    /** Copies the lists. */
    public Change {
        differences = List.copyOf(differences);
        consequences = List.copyOf(consequences);
        prepare = List.copyOf(prepare);
        steps = List.copyOf(steps);
    }
}
