package kz.tapbot.runtime.daily;

import kz.tapbot.model.host.UserName;
import kz.tapbot.model.net.IpAddress;

/** What can be ordered when somebody breaks in, and how each order is ended. */
public sealed interface IncidentAction {

    /** Drops all that comes from an address. */
    static IncidentAction ban(IpAddress who) {
        return new OfAddress(who, true);
    }

    /** Lets an address in again. */
    static IncidentAction unban(IpAddress who) {
        return new OfAddress(who, false);
    }

    /** Shuts a user out: its account, its keys, and what it runs. */
    static IncidentAction lockUser(UserName user) {
        return new OfUser(user, true);
    }

    /** Lets a user in again. */
    static IncidentAction unlockUser(UserName user) {
        return new OfUser(user, false);
    }

    /** Lets only administrators reach a server. */
    static IncidentAction isolate() {
        return new OfServer(true);
    }

    /** Lets in again whom the firewall lets in. */
    static IncidentAction lift() {
        return new OfServer(false);
    }

    /** Whether somebody is shut out by it, and not let in again. */
    boolean shut();

    /**
     * About an address.
     *
     * @param who the address
     * @param shut whether it is shut out
     */
    record OfAddress(IpAddress who, boolean shut) implements IncidentAction {
        @Override
        public String toString() {
            return (shut ? "ban " : "unban ") + who;
        }
    }

    /**
     * About a user.
     *
     * @param user the user
     * @param shut whether it is shut out
     */
    record OfUser(UserName user, boolean shut) implements IncidentAction {
        @Override
        public String toString() {
            return (shut ? "lock user " : "unlock user ") + user;
        }
    }

    /**
     * About whole servers.
     *
     * @param shut whether all but administrators are shut out
     */
    record OfServer(boolean shut) implements IncidentAction {
        @Override
        public String toString() {
            return shut ? "isolate" : "lift the isolation";
        }
    }
}
