package kz.tapbot.runtime.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.spi.Driver;

/** A server that a driver is tried on, fresh for every test, and what somebody at its console would see and do. */
public interface Harness extends AutoCloseable {

    /** The driver. */
    Driver driver();

    /** The server, with how it is reached. Its address is one that probes reach from outside. */
    Server server();

    /** Whether the driver manages the server as a whole, and not only an engine that somebody else runs. */
    default boolean managesHost() {
        return true;
    }

    /**
     * A service whose container becomes healthy within its start period: an image of the server's kind with a command that stays, and a health
     * check that succeeds. Without networks, mounts and publications.
     */
    Service healthy(String name);

    /** The same with an image of another tag. */
    Service healthyOther(String name);

    /** The same with a health check that always fails. */
    Service neverHealthy(String name);

    /** The same as a healthy one, which writes these lines to its log when it starts. */
    Service saying(String name, List<String> lines);

    /** Runs a container that is not ours. */
    void runForeign(Service service);

    /** The names of all containers that run. */
    SortedSet<String> running();

    /** Writes a file that is not ours. */
    void write(HostPath path, String text, FileMode mode);

    /** The text of a file. */
    Optional<String> text(HostPath path);

    /** Mode and owner of a file as {@code 0644 0}. */
    Optional<String> access(HostPath path);

    /** Makes a user that is not ours. */
    void addUser(UserName name);

    /** Writes a file into a volume. */
    void writeData(VolumeName volume, String path, String text);

    /** What a file of a volume says. */
    Optional<String> data(VolumeName volume, String path);

    /** Lets so much time pass on the server, or waits for it. */
    void pass(Duration time);

    /** Restarts the server, and returns when it can be logged in to. */
    void restart();

    @Override
    void close();
}
