package kz.tapbot.runtime.cli;

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
        return things.at(address).orElseThrow(() -> unknown(things, typed));
    }

    static UsageException unknown(Things things, String typed) {
        return new UsageException(
                "Nothing is declared at " + Shown.of(typed) + ".",
                Nearest.of(
                                typed,
                                things.all().keySet().stream()
                                        .map(Address::toString)
                                        .toList())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("\"show\" lists what is declared."));
    }
}
