package kz.tapbot.runtime.cli;

import java.util.Collection;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.view.Thing;
import kz.tapbot.runtime.view.Things;

/** Finds what a user means by an address. */
final class Lookup {

    private Lookup() {}

    static Thing find(Things things, String typed) {
        Address address = Invocation.address(typed);
        return things.at(address).orElseThrow(() -> unknown(things.all().keySet(), typed));
    }

    /** Nothing is there; the nearest of what there is is named. */
    static UsageException unknown(Collection<Address> all, String typed) {
        return new UsageException(
                "Nothing is declared at " + Shown.of(typed) + ".",
                Nearest.of(typed, all.stream().map(Address::toString).toList())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("\"show\" lists what is declared."));
    }
}
