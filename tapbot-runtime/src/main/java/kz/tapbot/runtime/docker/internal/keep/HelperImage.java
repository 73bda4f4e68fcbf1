package kz.tapbot.runtime.docker.internal.keep;

import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The image that Tapbot's own small containers run: four small programs and nothing else. It is made on the engine, from no registry. */
public final class HelperImage {

    /** Its reference; a change of a program takes another tag. */
    public static final String REFERENCE = "tapbot/helper:3";

    private static final int COLON = REFERENCE.indexOf(':');

    private HelperImage() {}

    /** Makes it where it is missing. */
    public static void ensure(Engine engine) {
        if (engine.find(
                        "Looking for the helper image",
                        () -> engine.client().inspectImageCmd(REFERENCE).exec())
                .isPresent()) {
            return;
        }
        Version version = engine.ask(
                "Asking for the engine's version",
                () -> engine.client().versionCmd().exec());
        String architecture = String.valueOf(version.getArch());
        if (!TinyProgram.runsOn(architecture)) {
            throw new OperationFailedException("The engine runs on " + architecture
                    + ", for which Tapbot has no helper; it has one for amd64 and arm64.");
        }
        byte[] layer = layer(architecture);
        // docker-java's own command sends the stream as JSON, which the engine refuses.
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path("/images/create?fromSrc=-&repo=" + REFERENCE.substring(0, COLON) + "&tag="
                        + REFERENCE.substring(COLON + 1))
                .putHeader("Content-Type", "application/x-tar")
                .body(new ByteArrayInputStream(layer))
                .build();
        int status = engine.ask("Making the helper image", () -> {
            try (DockerHttpClient.Response response = engine.http().execute(request)) {
                response.getBody().readAllBytes();
                return response.getStatusCode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (status >= 300) {
            throw new OperationFailedException("The engine did not take the helper image: status " + status + ".");
        }
    }

    private static byte[] layer(String architecture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (TinyProgram program : TinyProgram.values()) {
                byte[] bytes = program.executable(architecture);
                TarArchiveEntry entry = new TarArchiveEntry(program.path());
                entry.setMode(0100755);
                entry.setSize(bytes.length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
