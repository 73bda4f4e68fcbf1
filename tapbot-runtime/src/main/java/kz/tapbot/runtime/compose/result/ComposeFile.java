package kz.tapbot.runtime.compose.result;

import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;

/** A Compose file to be imported, with what Compose would find around it. */
public final class ComposeFile {

    private final String name;
    private final byte[] bytes;
    private final String directory;
    private final Optional<ServerName> server;
    private final Optional<HostAddress> address;
    private final Function<String, Optional<String>> environment;
    private final Function<String, Optional<String>> beside;

    /**
     * Makes one.
     *
     * @param name the file's name without folders, for places
     * @param bytes what is in it
     * @param directory the absolute path of its folder on the server, which relative paths begin at
     * @param server what the server is called; as the project if absent
     * @param address where the server is reached; under {@code .invalid} (RFC 2606), so that nothing is, if absent
     * @param environment the variables that Compose would replace, as the shell and the file {@code .env} have them
     * @param beside the text of a file beside it, such as an {@code env_file}, by the path that it is named by
     */
    public ComposeFile(
            String name,
            byte[] bytes,
            String directory,
            Optional<ServerName> server,
            Optional<HostAddress> address,
            Function<String, Optional<String>> environment,
            Function<String, Optional<String>> beside) {
        this.name = name;
        this.bytes = bytes.clone();
        this.directory = directory;
        this.server = server;
        this.address = address;
        this.environment = environment;
        this.beside = beside;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** A copy of what is in it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The path of its folder on the server. */
    public String directory() {
        return directory;
    }

    /** What the server is called. */
    public Optional<ServerName> server() {
        return server;
    }

    /** Where the server is reached. */
    public Optional<HostAddress> address() {
        return address;
    }

    /** Its variables. */
    public Function<String, Optional<String>> environment() {
        return environment;
    }

    /** The files beside it. */
    public Function<String, Optional<String>> beside() {
        return beside;
    }
}
