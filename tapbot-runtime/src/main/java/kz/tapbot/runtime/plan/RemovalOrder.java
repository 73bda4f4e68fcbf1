package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Puts the removals of one server in order. What a thing required is known as long as it is declared; of what is declared no more, only
 * what its kind and its attributes tell.
 */
final class RemovalOrder {

    private static final String SOURCES = "etc/apt/";
    private static final String OWN_PROGRAMS = "usr/local/lib/tapbot/";

    private final Drafting drafting;
    private final Ground ground;
    private final List<Draft> removals;

    RemovalOrder(Drafting drafting, Ground ground, List<Draft> removals) {
        this.drafting = drafting;
        this.ground = ground;
        this.removals = new ArrayList<>(removals);
        this.removals.sort((one, other) -> one.address().compareTo(other.address()));
    }

    void arrange() {
        Map<String, Draft> paths = new HashMap<>();
        for (Draft removal : removals) {
            if (removal.kind() == Kind.DIRECTORY) {
                paths.put(Kind.rest(removal.address()), removal);
            }
        }
        for (Draft removal : removals) {
            Resource known = drafting.desired().get(removal.address());
            if (known != null) {
                reverse(removal, known);
            }
            byKind(removal, paths);
        }
        lastOfAll();
    }

    private void reverse(Draft removal, Resource known) {
        for (Address required : known.requires()) {
            Draft other = drafting.drafts().get(required);
            if (other != null && other.action() == Action.REMOVE) {
                other.after().add(removal.address());
            }
        }
    }

    private void byKind(Draft removal, Map<String, Draft> directories) {
        Address address = removal.address();
        switch (removal.kind()) {
            case NETWORK, VOLUME -> {
                for (Address user : ground.usersOf(address)) {
                    after(removal, drafting.drafts().get(user));
                    after(removal, drafting.drafts().get(Drafting.base(user)));
                }
            }
            case LINK_KEY -> after(removal, drafting.drafts().get(link(address)));
            case USER -> after(removal, drafting.drafts().get(new Address("sudo", address.path())));
            case FILE, DIRECTORY -> {
                String path = Kind.rest(address);
                int slash = path.lastIndexOf('/');
                Draft parent = slash < 0 ? null : directories.get(path.substring(0, slash));
                if (parent != null) {
                    after(parent, removal);
                }
                if (path.startsWith(OWN_PROGRAMS)) {
                    afterSudo(removal);
                }
            }
            case PROVISION -> {
                String service = address.path().substring(0, address.path().lastIndexOf('/'));
                Draft container = drafting.drafts().get(new Address("container", service));
                if (container != null && container.action() == Action.REMOVE) {
                    after(container, removal);
                }
            }
            default -> {}
        }
    }

    /** A program of ours is what somebody's line of sudo calls, which may be the very one that we come by: it outlives the line, whatever becomes of that. */
    private void afterSudo(Draft program) {
        for (Draft other : drafting.drafts().values()) {
            if (other.kind() == Kind.SUDO && other.server().equals(program.server())) {
                after(program, other);
            }
        }
    }

    /** The link that a key is for: it is done with the key, whether it is given another one or goes. */
    private static Address link(Address key) {
        return new Address("link", key.path().substring(0, key.path().lastIndexOf('.')));
    }

    /** Firewall and engine outlive what they guard and carry; packages outlive what was made for them. */
    private void lastOfAll() {
        Draft packageBefore = null;
        for (Draft last : removals) {
            Kind kind = last.kind();
            if (kind == Kind.FIREWALL || kind == Kind.ENGINE) {
                for (Draft removal : removals) {
                    if (removal.kind().ofEngine()) {
                        after(last, removal);
                    }
                }
            } else if (kind == Kind.PACKAGE && !drafting.desired().containsKey(last.address())) {
                if (packageBefore == null) {
                    afterHostThings(last);
                } else {
                    after(last, packageBefore);
                }
                packageBefore = last;
            }
        }
    }

    private void afterHostThings(Draft last) {
        for (Draft removal : removals) {
            Kind kind = removal.kind();
            boolean source = kind == Kind.FILE && Kind.rest(removal.address()).startsWith(SOURCES);
            boolean unknown = !drafting.desired().containsKey(removal.address());
            if (kind != Kind.PACKAGE && !kind.ofEngine() && unknown && !source) {
                after(last, removal);
            }
        }
    }

    private static void after(Draft later, @Nullable Draft earlier) {
        if (earlier != null && !earlier.address().equals(later.address())) {
            later.after().add(earlier.address());
        }
    }
}
