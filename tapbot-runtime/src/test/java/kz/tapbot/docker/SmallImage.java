package kz.tapbot.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.docker.http.ChannelHttpClient;

/** A small image made of a shell and a few commands of this machine, for engines that have none and reach no registry. */
public final class SmallImage {

    private static final List<String> COMMANDS =
            List.of("sh", "sleep", "true", "false", "cat", "grep", "test", "tee", "touch", "rm");
    private static final Pattern LIBRARY = Pattern.compile("(?:=> )?(/\\S+) \\(0x");

    private SmallImage() {}

    /** Gives it to an engine under that name. */
    public static void give(ChannelHttpClient http, DockerClient client, String repository, String... tags)
            throws IOException, InterruptedException {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path("/images/create?fromSrc=-&repo=" + repository + "&tag=" + tags[0])
                .putHeader("Content-Type", "application/x-tar")
                .body(new ByteArrayInputStream(bytes()))
                .build();
        try (DockerHttpClient.Response response = http.execute(request)) {
            String said = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            if (response.getStatusCode() != 200) {
                throw new IOException(said);
            }
        }
        for (String tag : tags) {
            client.tagImageCmd(repository + ":" + tags[0], repository, tag).exec();
        }
    }

    private static byte[] bytes() throws IOException, InterruptedException {
        TreeSet<String> files = new TreeSet<>();
        for (String name : COMMANDS) {
            Path file = Path.of("/bin", name);
            Path found = Files.exists(file) ? file : Path.of("/usr/bin", name);
            files.add(found.toString());
            Matcher libraries = LIBRARY.matcher(new String(output("ldd", found.toString()), StandardCharsets.UTF_8));
            while (libraries.find()) {
                files.add(libraries.group(1));
            }
        }
        List<String> command = new ArrayList<>(List.of("tar", "-chf", "-", "-C", "/"));
        files.forEach(file -> command.add(file.substring(1)));
        return output(command.toArray(String[]::new));
    }

    private static byte[] output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        process.waitFor();
        return said;
    }
}
