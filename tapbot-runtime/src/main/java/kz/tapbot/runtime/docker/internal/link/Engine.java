package kz.tapbot.runtime.docker.internal.link;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.transport.DockerHttpClient;
import java.util.Optional;
import java.util.function.Supplier;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;

/** An open connection to the engine of a server. Safe to use from several threads. */
public final class Engine implements AutoCloseable {

    private final ServerName server;
    private final Dialer dialer;
    private final DockerClient client;
    private final DockerHttpClient http;
    private final Alarms alarms = new Alarms();
    private volatile boolean closed;

    /** With that client, which is closed with it. */
    public Engine(ServerName server, Dialer dialer, DockerClient client, DockerHttpClient http) {
        this.server = server;
        this.dialer = dialer;
        this.client = client;
        this.http = http;
    }

    /** The server it is the engine of. */
    public ServerName server() {
        return server;
    }

    /** Opens connections of one's own to it. */
    public Dialer dialer() {
        return dialer;
    }

    /** What is done later in this session. */
    public Alarms alarms() {
        return alarms;
    }

    /**
     * The raw client, for what docker-java's commands cannot do.
     *
     * @throws UnreachableException if the session has ended
     */
    public DockerHttpClient http() {
        refuseClosed();
        return http;
    }

    /**
     * The client.
     *
     * @throws UnreachableException if the session has ended
     */
    public DockerClient client() {
        refuseClosed();
        return client;
    }

    /**
     * Asks something of the engine.
     *
     * @param doing what for, as the beginning of a sentence: {@code Starting container bot}
     * @throws OperationFailedException if the engine refuses
     * @throws UnreachableException if the connection is lost
     */
    public <T> T ask(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw told(doing, e);
        }
    }

    /** The same for what may not be there: nothing, then. */
    public <T> Optional<T> find(String doing, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw told(doing, e);
        }
    }

    /** The same for what is done already, or is about what is gone: both are as well. */
    public void bring(String doing, Runnable call) {
        try {
            call.run();
        } catch (NotFoundException | NotModifiedException e) {
            return;
        } catch (RuntimeException e) {
            throw told(doing, e);
        }
    }

    /** The same for what can be there already: whether it was not. */
    public boolean claim(String doing, Runnable call) {
        try {
            call.run();
            return true;
        } catch (ConflictException e) {
            return false;
        } catch (RuntimeException e) {
            throw told(doing, e);
        }
    }

    private RuntimeException told(String doing, RuntimeException e) {
        if (e instanceof OperationFailedException || e instanceof UnreachableException) {
            return e;
        }
        return e instanceof DockerException refused ? failed(doing, said(refused)) : lost(e);
    }

    /** What is thrown when the engine refuses. */
    public OperationFailedException failed(String doing, String said) {
        boolean full = said.contains("no space left on device");
        return new OperationFailedException(doing + " failed: " + said + "."
                + (full ? " The disk of the engine's data is full: make room there, and run again." : ""));
    }

    /** What is thrown when the connection is lost. */
    public UnreachableException lost(Throwable cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new UnreachableException("The connection to the engine of server " + server + " (" + dialer.name()
                + ") is lost: " + Cleaned.line(why)
                + ". What was under way may or may not have happened; plan again to see.");
    }

    /**
     * Does nothing while the session is open.
     *
     * @throws UnreachableException if it has ended
     */
    public void refuseClosed() {
        if (closed) {
            throw new UnreachableException("The session with the engine of server " + server + " has ended.");
        }
    }

    /** What the engine said, without docker-java's frame around it. */
    private static String said(DockerException e) {
        String text = e.getMessage() == null ? "" : e.getMessage();
        int from = text.indexOf("\"message\":\"");
        if (from >= 0) {
            int end = text.lastIndexOf("\"}");
            text = text.substring(from + 11, end > from + 11 ? end : text.length())
                    .replace("\\\"", "\"");
        }
        text = text.strip();
        return Cleaned.line(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                alarms.close();
                client.close();
            } catch (java.io.IOException e) {
                throw lost(e);
            } finally {
                hangUp(dialer);
            }
        }
    }

    /** Ends what the dialer holds open for all its channels, if it does. */
    public static void hangUp(Dialer dialer) {
        if (dialer instanceof java.io.Closeable open) {
            try {
                open.close();
            } catch (java.io.IOException e) {
                // Given up anyway.
            }
        }
    }
}
