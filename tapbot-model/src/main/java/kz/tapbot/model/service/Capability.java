package kz.tapbot.model.service;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/** What root may do, in pieces: capabilities(7) of Linux, without its {@code CAP_}, and {@link #ALL} of them. */
public enum Capability {
    /** Every one. */
    ALL,
    /** Turns kernel auditing on and off, and changes its rules. */
    AUDIT_CONTROL,
    /** Reads the audit log. */
    AUDIT_READ,
    /** Writes to the audit log. */
    AUDIT_WRITE,
    /** Keeps the system from being suspended. */
    BLOCK_SUSPEND,
    /** Privileged BPF operations. */
    BPF,
    /** Checkpoints and restores processes. */
    CHECKPOINT_RESTORE,
    /** Changes owners of files. */
    CHOWN,
    /** Passes over the permissions of files. */
    DAC_OVERRIDE,
    /** Reads any file and directory. */
    DAC_READ_SEARCH,
    /** Does to files of others what their owner may. */
    FOWNER,
    /** Keeps the set-user-ID and set-group-ID bits of files that are changed. */
    FSETID,
    /** Locks memory. */
    IPC_LOCK,
    /** Passes over the permissions of System V IPC objects. */
    IPC_OWNER,
    /** Sends signals to processes of others. */
    KILL,
    /** Takes leases on any file. */
    LEASE,
    /** Makes files append-only or immutable. */
    LINUX_IMMUTABLE,
    /** Changes the configuration of mandatory access control. */
    MAC_ADMIN,
    /** Passes over mandatory access control. */
    MAC_OVERRIDE,
    /** Makes device files. */
    MKNOD,
    /** Configures networks and firewalls. */
    NET_ADMIN,
    /** Listens on ports below 1024. */
    NET_BIND_SERVICE,
    /** Broadcasts, and listens to multicast; the kernel does not use it. */
    NET_BROADCAST,
    /** Raw and packet sockets. */
    NET_RAW,
    /** Watches the performance of the whole system. */
    PERFMON,
    /** Gives capabilities to files. */
    SETFCAP,
    /** Changes its groups. */
    SETGID,
    /** Changes the capabilities of its threads. */
    SETPCAP,
    /** Changes its user. */
    SETUID,
    /** Reads and clears the kernel's log. */
    SYSLOG,
    /** Mounts, name spaces and much more: nearly root. */
    SYS_ADMIN,
    /** Reboots the system. */
    SYS_BOOT,
    /** Changes its root directory and mount name spaces. */
    SYS_CHROOT,
    /** Loads kernel modules. */
    SYS_MODULE,
    /** Changes priorities and scheduling of any process. */
    SYS_NICE,
    /** Turns process accounting on and off. */
    SYS_PACCT,
    /** Traces any process. */
    SYS_PTRACE,
    /** Speaks with devices and ports directly. */
    SYS_RAWIO,
    /** Goes beyond limits and quotas. */
    SYS_RESOURCE,
    /** Sets the clock. */
    SYS_TIME,
    /** Configures terminals. */
    SYS_TTY_CONFIG,
    /** Sets timers that wake the system up. */
    WAKE_ALARM;

    /**
     * The capability of that name.
     *
     * @throws InvalidValueException if Linux has none of that name
     */
    public static Capability of(String name) {
        for (Capability capability : values()) {
            if (capability.name().equals(name)) {
                return capability;
            }
        }
        throw new InvalidValueException(
                ModelCode.BAD_SYSTEM_NAME,
                "A capability is one of capabilities(7), in capitals and without CAP_, for example NET_BIND_SERVICE, not "
                        + InvalidValueException.show(name) + ".");
    }
}
