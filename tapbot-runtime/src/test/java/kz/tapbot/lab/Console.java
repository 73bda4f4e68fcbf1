package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What somebody does at the console of a machine that is a container. */
final class Console {

    private Console() {}

    /**
     * Runs a program as root and returns what it says.
     *
     * @throws IllegalStateException if it does not end well
     */
    static String run(DockerClient client, String id, String... words) {
        String exec = client.execCreateCmd(id)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withCmd(words)
                .exec()
                .getId();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            client.execStartCmd(exec)
                    .withStdIn(new ByteArrayInputStream(new byte[0]))
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            byte[] bytes = Arrays.copyOf(frame.getPayload(), frame.getPayload().length);
                            if (frame.getStreamType() != StreamType.STDIN) {
                                said.writeBytes(bytes);
                            }
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        Long status = client.inspectExecCmd(exec).exec().getExitCodeLong();
        if (status == null || status != 0) {
            throw new IllegalStateException("status " + status + " of " + words[words.length - 1] + ": " + text);
        }
        return text;
    }
}
