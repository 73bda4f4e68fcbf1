package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * What a user may run as root, without a password: exact command lines, never patterns. Drivers keep each program but Tapbot's own
 * {@code /usr/local/sbin/tapbot-view} and {@code /usr/local/lib/tapbot/enter} from starting others (NOEXEC, sudoers(5)). A line of a program alone means without
 * any argument.
 *
 * @param server the server it is on
 * @param user the user
 * @param commands the exact command lines
 * @param requires what must be there before it
 */
public record SudoResource(ServerName server, UserName user, SortedSet<String> commands, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "sudo", user.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        Attributes all = new Attributes();
        for (String command : commands) {
            all.put("run " + command, "as root");
        }
        return all.all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean holdsData() {
        return false;
    }

    @Override
    public boolean canLockOut() {
        return true;
    }
}
