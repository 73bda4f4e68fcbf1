package kz.tapbot.runtime.memory.internal.observe;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Units;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.resource.Attributes;

/** Describes what others left on a host where Tapbot manages things of that kind: users, sudo rules, jails, units and rules of UFW. */
final class Strangers {

    private final Machine machine;
    private final Host host;
    private final HostThings known;

    Strangers(Machine machine, HostThings known) {
        this.machine = machine;
        this.known = known;
        host = machine.host();
    }

    void describe(Map<Address, Observed> things) {
        host.users().all().keySet().forEach(name -> add(things, "user", name));
        host.users().sudoers().forEach(name -> add(things, "sudo", name));
        host.jails().all().keySet().forEach(name -> add(things, "jail", name));
        host.files().below("/etc/systemd/system").keySet().forEach(path -> {
            String name = path.substring(Units.DIRECTORY.length());
            if (name.indexOf('/') < 0 && name.matches("[A-Za-z0-9_.@-]+\\.(service|socket|timer|path|target)")) {
                add(things, "unit", name);
            }
        });
        if (host.firewall().ufw()) {
            host.firewall().ufwAllows().forEach((port, from) -> {
                Address address = Address.on(machine.name(), "firewall-rule", port.toString());
                SortedMap<String, String> attributes = new Attributes()
                        .put("from", from.isEmpty() ? "everybody" : from.toString())
                        .all();
                things.put(address, new Observed(address, attributes, Owner.foreign("ufw")));
            });
        }
    }

    private void add(Map<Address, Observed> things, String kind, String name) {
        Address address = Address.on(machine.name(), kind, name);
        if (!things.containsKey(address)) {
            known.attributes(address, Optional.empty(), Optional.empty())
                    .ifPresent(found -> things.put(
                            address,
                            new Observed(address, found, machine.ownership().owner(address))));
        }
    }
}
