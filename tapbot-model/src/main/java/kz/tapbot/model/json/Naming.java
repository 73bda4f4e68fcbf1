package kz.tapbot.model.json;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.value.InvalidValueException;

/** How a named thing is called in messages while it is being read, before anybody knows whether all of it is good. */
@FunctionalInterface
interface Naming {

    /** Nothing of its own name: it goes by what it is part of. */
    Naming NONE = (outer, object) -> outer;

    /** The address of an object, or that of what it is part of if its name cannot be used. */
    Address name(Address outer, Node.Members object);

    /** Something that lives on no server. */
    static Naming of(String kind) {
        return (outer, object) -> {
            String name = plainName(object);
            return name.isEmpty() ? outer : new Address(kind, name);
        };
    }

    /** Something on a server. */
    static Naming on(String kind) {
        return (outer, object) -> {
            String name = plainName(object);
            return name.isEmpty() || !outer.kind().equals("server")
                    ? outer
                    : new Address(kind, outer.path() + "/" + name);
        };
    }

    /** A zone, whose name is a host name. */
    static Naming zone() {
        return (outer, object) -> {
            try {
                return object.members().get("name") instanceof Node.Text name
                        ? new Address("zone", HostName.of(name.text()).value())
                        : outer;
            } catch (InvalidValueException e) {
                return outer;
            }
        };
    }

    private static String plainName(Node.Members object) {
        try {
            return object.members().get("name") instanceof Node.Text name
                    ? ServerName.of(name.text()).value()
                    : "";
        } catch (InvalidValueException e) {
            return "";
        }
    }
}
