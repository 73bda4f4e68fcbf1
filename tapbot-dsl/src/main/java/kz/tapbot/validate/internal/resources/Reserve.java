package kz.tapbot.validate.internal.resources;

import kz.tapbot.model.server.ServerSize;

/**
 * What a machine keeps for itself. Judgement, not measurement: an idle Ubuntu server with Docker Engine, sshd, fail2ban and a host
 * service or two takes between 250 and 400 MiB of memory, and 3 GiB of disk.
 */
final class Reserve {

    static final long MIB = 1L << 20;
    static final long GIB = 1L << 30;

    private static final long LEAST_MEMORY = 256 * MIB;
    private static final long MOST_MEMORY = GIB;
    private static final long SYSTEM_DISK = 3 * GIB;
    private static final long IMAGE_DISK = 256 * MIB;

    private Reserve() {}

    /** A tenth of the memory, at least 256 MiB and at most 1 GiB. */
    static long memory(ServerSize size) {
        return Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, size.memory().bytes() / 10));
    }

    /** 3 GiB for the system and its packages, and 256 MiB for the image of each service. */
    static long disk(int services) {
        return SYSTEM_DISK + services * IMAGE_DISK;
    }

    /** Bytes for people: in MiB below 10 GiB, else in GiB with one digit behind the point. */
    static String show(long bytes) {
        if (bytes < 10 * GIB) {
            return (bytes + MIB / 2) / MIB + " MiB";
        }
        long tenths = (bytes * 10 + GIB / 2) / GIB;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " GiB";
    }
}
