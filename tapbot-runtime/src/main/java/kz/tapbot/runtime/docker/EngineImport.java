package kz.tapbot.runtime.docker;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.EngineConnectionException;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.compose.ComposeImport;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.docker.internal.survey.EngineText;
import kz.tapbot.runtime.spi.UnreachableException;

/**
 * Reads what runs on an engine, whoever brought it up and by whatever: into a topology that can be judged, and Java source that declares it. For a team that wants to see
 * what is wrong before it writes a line. Nothing on the engine is changed, and nothing of it is in files of this machine.
 */
public final class EngineImport {

    private static final String NAME = "engine";

    /** Where in a file something stands, of a file that nobody has. */
    private static final Pattern LINE = Pattern.compile("\\b" + NAME + ":1\\b");

    private EngineImport() {}

    /**
     * Reads an engine as the Compose file that would bring up the same: what an {@linkplain ComposeImport import of that} finds is found, and no password is in what is returned.
     *
     * @param engine its address, as {@link DockerDriver#at(String)} takes it for one engine
     * @param server what its server is to be called
     * @param address where its server is reached, if that is to be said
     * @param hostKeys the fingerprints of the server's SSH host keys that are trusted, for an engine that is reached by SSH
     * @throws IllegalArgumentException if the address cannot be read
     * @throws UnreachableException if the engine cannot be reached
     * @throws kz.tapbot.runtime.compose.result.UnreadableComposeException if nothing runs there
     */
    public static Imported of(
            String engine, ServerName server, Optional<HostAddress> address, Collection<HostKeyFingerprint> hostKeys) {
        Server declared = Server.builder()
                .name(server)
                .host(address.orElseGet(() -> HostAddress.of(server + ".invalid")))
                .ssh(SshAccess.builder().addAllHostKeys(hostKeys).build())
                .build();
        byte[] text = text(Engines.at(engine).apply(declared), server);
        Imported imported = ComposeImport.of(new ComposeFile(
                NAME, text, "/", Optional.of(server), address, variable -> Optional.empty(), path -> Optional.empty()));
        java.util.Arrays.fill(text, (byte) 0);
        return new Imported(
                imported.topology(),
                imported.className(),
                LINE.matcher(imported.source()).replaceAll("the " + NAME),
                imported.findings().stream().map(found -> found.at(List.of())).toList());
    }

    private static byte[] text(Dialer dialer, ServerName server) {
        try {
            return EngineText.read(dialer, server);
        } catch (EngineConnectionException e) {
            throw DockerDriver.unreachable(server, dialer, e);
        }
    }
}
