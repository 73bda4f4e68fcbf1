package kz.tapbot.model.service;

import java.util.Locale;
import java.util.Optional;

/** What a process can be limited in, as setrlimit(2) and the engine know it; the units are those of setrlimit(2). */
public enum UlimitKind {
    /** The largest core file, in bytes. */
    CORE,
    /** The processor time, in seconds. */
    CPU,
    /** The data segment, in bytes. */
    DATA,
    /** The largest file it writes, in bytes. */
    FSIZE,
    /** The number of file locks; kernels since 2.4.25 do not look at it. */
    LOCKS,
    /** The memory it may lock, in bytes. */
    MEMLOCK,
    /** POSIX message queues, in bytes. */
    MSGQUEUE,
    /** How far its nice value may be raised: 20 minus that value, 0 to 40. */
    NICE,
    /** The number of open files. */
    NOFILE,
    /** The number of processes of its user, which all containers that run as that user share. */
    NPROC,
    /** The resident set, in bytes; kernels since 2.4.30 do not look at it. */
    RSS,
    /** Its real-time priority, 0 to 99. */
    RTPRIO,
    /** The real-time processor time without a blocking call, in microseconds. */
    RTTIME,
    /** The number of queued signals. */
    SIGPENDING,
    /** The stack, in bytes. */
    STACK;

    /** Its name as the engine and Compose write it: {@code nofile}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that the engine and Compose write so, if there is one. */
    public static Optional<UlimitKind> ofWord(String word) {
        for (UlimitKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
