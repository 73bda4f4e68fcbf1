package kz.tapbot.runtime.host.internal.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.host.internal.keep.Parts;

/** States of units, as {@code systemctl show} gives them: in the order in which they were asked for, an empty line between. */
final class UnitReading {

    /** Whether a unit starts at boot and runs now. */
    record State(boolean enabled, boolean active) {}

    private final Map<String, State> states = new HashMap<>();

    UnitReading(Parts parts) {
        List<String> names = parts.at("unit-names").lines().toList();
        String[] blocks = parts.at("units").split("\n\n+", -1);
        for (int i = 0; i < names.size() && i < blocks.length; i++) {
            String block = "\n" + blocks[i].strip() + "\n";
            if (block.contains("\nLoadState=loaded\n")) {
                boolean enabled =
                        block.contains("\nUnitFileState=enabled\n") || block.contains("\nUnitFileState=alias\n");
                boolean active =
                        block.contains("\nActiveState=active\n") || block.contains("\nActiveState=activating\n");
                states.put(names.get(i), new State(enabled, active));
            }
        }
    }

    Optional<State> at(String name) {
        return Optional.ofNullable(states.get(name));
    }
}
