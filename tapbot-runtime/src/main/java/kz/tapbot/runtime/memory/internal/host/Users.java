package kz.tapbot.runtime.memory.internal.host;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The users of a simulated host beside those of the system, and what they may run as root. */
public final class Users {

    /**
     * A user.
     *
     * @param uid the number
     * @param keys the keys it may log in with
     * @param groups the groups it is in beside its own
     * @param expires the last day on which it may log in
     */
    public record Account(
            int uid, SortedSet<SshPublicKey> keys, SortedSet<String> groups, Optional<LocalDate> expires) {}

    private static final List<String> GROUPS = List.of(
            "adm",
            "audio",
            "cdrom",
            "dip",
            "docker",
            "plugdev",
            "root",
            "staff",
            "sudo",
            "systemd-journal",
            "users",
            "video");

    private final NavigableMap<String, Account> accounts = new TreeMap<>();
    private final NavigableMap<String, SortedMap<String, SortedSet<String>>> sudo = new TreeMap<>();
    private final FileSystem files;
    private int nextUid = 1000;

    Users(FileSystem files) {
        this.files = files;
    }

    /** All users by name. */
    public SortedMap<String, Account> all() {
        return Collections.unmodifiableSortedMap(accounts);
    }

    /** A user. */
    public Optional<Account> at(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /** Makes or changes a user; its home is made with it. */
    public void put(String name, SortedSet<SshPublicKey> keys, SortedSet<String> groups, Optional<LocalDate> expires) {
        for (String group : groups) {
            if (!GROUPS.contains(group) && !accounts.containsKey(group)) {
                throw new OperationFailedException(
                        "Setting user " + name + " failed: usermod: group '" + group + "' does not exist.");
            }
        }
        Account old = accounts.get(name);
        accounts.put(name, new Account(old == null ? nextUid++ : old.uid(), keys, groups, expires));
        if (files.at("/home/" + name).isEmpty()) {
            files.makeDirectory("/home/" + name, 0750);
        }
    }

    /** Removes a user; its home stays. */
    public void remove(String name) {
        accounts.remove(name);
    }

    /** Puts back what a user was once. */
    public void restore(String name, Optional<Account> before) {
        before.ifPresentOrElse(account -> accounts.put(name, account), () -> accounts.remove(name));
    }

    /** Writes what a user may run as root into a file of sudoers.d; checked as visudo(8) does. */
    public void grant(String file, String user, SortedSet<String> commands) {
        for (String command : commands) {
            if (!command.startsWith("/") || command.indexOf('\n') >= 0) {
                throw new OperationFailedException("Setting the sudo rules of " + user
                        + " failed: a command has to begin with the whole path of its program. Nothing was changed.");
            }
        }
        sudo.computeIfAbsent(file, any -> new TreeMap<>()).put(user, commands);
    }

    /** Removes a file of sudoers.d. */
    public void revoke(String file) {
        sudo.remove(file);
    }

    /** What a file of sudoers.d grants. */
    public Optional<SortedMap<String, SortedSet<String>>> grants(String file) {
        return Optional.ofNullable(sudo.get(file));
    }

    /** Puts back what a file of sudoers.d granted once. */
    public void restoreGrants(String file, Optional<SortedMap<String, SortedSet<String>>> before) {
        before.ifPresentOrElse(grants -> sudo.put(file, grants), () -> sudo.remove(file));
    }

    /** What a user may run as root in effect: all files together, as {@code sudo -l} says. */
    public Optional<SortedSet<String>> mayRun(String user) {
        NavigableSet<String> all = new TreeSet<>();
        boolean any = false;
        for (SortedMap<String, SortedSet<String>> grants : sudo.values()) {
            if (grants.containsKey(user)) {
                any = true;
                all.addAll(grants.getOrDefault(user, Collections.emptySortedSet()));
            }
        }
        return any ? Optional.of(all) : Optional.empty();
    }

    /** The users that any file names. */
    public SortedSet<String> sudoers() {
        NavigableSet<String> all = new TreeSet<>();
        sudo.values().forEach(grants -> all.addAll(grants.keySet()));
        return all;
    }
}
