package kz.tapbot.runtime.memory.internal.host;

import java.util.Optional;
import kz.tapbot.model.server.Server;

/** A simulated host without its container engine. */
public final class Host {

    private static final long DISK = 1L << 40;
    private static final long MEMORY = 4L << 30;

    private String usual = "ubuntu 24.04";
    private Optional<String> release = Optional.empty();
    private long memory = MEMORY;
    private final Disk disk = new Disk(DISK);
    private final FileSystem files;
    private final Packages packages;
    private final Units units;
    private final Users users;
    private final Kernel kernel;
    private final Firewall firewall = new Firewall();
    private final Barred barred = new Barred();
    private final Sshd sshd;
    private final Jails jails = new Jails();
    private final Links links = new Links();
    private final Listeners listeners;

    /** A fresh machine. */
    public Host() {
        files = new FileSystem(disk);
        packages = new Packages(disk);
        units = new Units(files, packages);
        users = new Users(files);
        kernel = new Kernel(disk);
        sshd = new Sshd(files);
        listeners = new Listeners(this);
    }

    /** Gives the machine what the server is declared to have. */
    public void equip(Server server) {
        server.system().ifPresent(declared -> usual = declared.toString());
        server.size().ifPresent(size -> {
            memory = size.memory().bytes();
            disk.resize(size.disk().bytes());
        });
        if (server.ssh().port() != 22) {
            sshd.moveTo(server.ssh().port());
        }
    }

    /** The distribution and its release. */
    public String release() {
        return release.orElse(usual);
    }

    /** Makes it one of another distribution, or upgrades it. */
    public void release(String other) {
        release = Optional.of(other);
    }

    /** Bytes of memory. */
    public long memory() {
        return memory;
    }

    /** Its disk. */
    public Disk disk() {
        return disk;
    }

    /** Its files. */
    public FileSystem files() {
        return files;
    }

    /** Its packages. */
    public Packages packages() {
        return packages;
    }

    /** Its units. */
    public Units units() {
        return units;
    }

    /** Its users. */
    public Users users() {
        return users;
    }

    /** Its kernel settings, swap and time zone. */
    public Kernel kernel() {
        return kernel;
    }

    /** Its packet filter. */
    public Firewall firewall() {
        return firewall;
    }

    /** Who is shut out by order. */
    public Barred barred() {
        return barred;
    }

    /** Its SSH daemon. */
    public Sshd sshd() {
        return sshd;
    }

    /** Its intrusion prevention. */
    public Jails jails() {
        return jails;
    }

    /** Its links to other servers. */
    public Links links() {
        return links;
    }

    /** Its programs that listen. */
    public Listeners listeners() {
        return listeners;
    }

    /** Starts it again. */
    public void boot() {
        files.removeTree("/run");
        files.makeDirectory("/run", 0755);
        kernel.boot();
        listeners.boot();
        units.boot();
    }
}
