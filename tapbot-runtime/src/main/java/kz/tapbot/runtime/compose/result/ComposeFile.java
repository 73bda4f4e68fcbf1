package kz.tapbot.runtime.compose.result;

import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;

/**
 * A Compose file to be imported, with what Compose would find around it.
 *
 * @param name the file's name without folders, for places
 * @param bytes what is in it
 * @param directory the absolute path of its folder on the server, which relative paths begin at
 * @param server what the server is called; as the project if absent
 * @param address where the server is reached; under {@code .invalid} (RFC 2606), so that nothing is, if absent
 * @param environment the variables that Compose would replace, as the shell and the file {@code .env} have them
 * @param beside the text of a file beside it, such as an {@code env_file}, by the path that it is named by
 */
public record ComposeFile(
        String name,
        byte[] bytes,
        String directory,
        Optional<ServerName> server,
        Optional<HostAddress> address,
        Function<String, Optional<String>> environment,
        Function<String, Optional<String>> beside) {

    /** Copies the bytes. */
    public ComposeFile {
        bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
