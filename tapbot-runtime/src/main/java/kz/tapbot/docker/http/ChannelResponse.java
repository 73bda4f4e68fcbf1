package kz.tapbot.docker.http;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** An answer whose body is read as it comes. */
record ChannelResponse(ResponseHead head, BodyStream body) implements DockerHttpClient.Response {

    /** 200 for 101: docker-java takes all but 2xx for a failure, and it is the success of an attached process. */
    @Override
    public int getStatusCode() {
        return head.status() == 101 ? 200 : head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return head.asMap();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        body.close();
    }

    @Override
    public String toString() {
        return "answer " + getStatusCode();
    }
}
