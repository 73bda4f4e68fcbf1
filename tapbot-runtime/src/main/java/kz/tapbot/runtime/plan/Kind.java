package kz.tapbot.runtime.plan;

import kz.tapbot.model.name.Address;

/** What kind of thing an address stands for, in the order in which things of a server are made. */
enum Kind {
    PACKAGE,
    TIME_ZONE,
    SYSCTL,
    SWAP,
    DIRECTORY,
    FILE,
    USER,
    SUDO,
    FIREWALL,
    SSHD,
    JAIL,
    UNIT,
    LINK_KEY,
    LINK,
    ENGINE,
    NETWORK,
    VOLUME,
    CONTAINER,
    PROVISION;

    static Kind of(Address address) {
        Kind kind = switch (address.kind()) {
            case "file" -> FILE;
            case "directory" -> DIRECTORY;
            case "time-zone" -> TIME_ZONE;
            case "swap" -> SWAP;
            case "firewall" -> FIREWALL;
            case "sshd" -> SSHD;
            case "engine" -> ENGINE;
            case "package" -> PACKAGE;
            case "sysctl" -> SYSCTL;
            case "user" -> USER;
            case "sudo" -> SUDO;
            case "jail" -> JAIL;
            case "unit" -> UNIT;
            case "link-key" -> LINK_KEY;
            case "link" -> LINK;
            case "network" -> NETWORK;
            case "volume" -> VOLUME;
            case "container" -> CONTAINER;
            default -> PROVISION;
        };
        return kind.hasOwnName() && rest(address).indexOf('/') >= 0 ? PROVISION : kind;
    }

    /** Whether its address ends in one name; what is made inside a service has the service's name before its own. */
    private boolean hasOwnName() {
        return this != FILE && this != DIRECTORY && this != SYSCTL;
    }

    /** Whether it belongs to the container engine. */
    boolean ofEngine() {
        return compareTo(ENGINE) > 0;
    }

    /** Whether a mistake in it can lock us out. */
    boolean canLockOut() {
        return this == SUDO || this == FIREWALL || this == SSHD;
    }

    /** The address without kind and server; empty for what there is one of on a server. */
    static String rest(Address address) {
        int slash = address.path().indexOf('/');
        return slash < 0 ? "" : address.path().substring(slash + 1);
    }
}
