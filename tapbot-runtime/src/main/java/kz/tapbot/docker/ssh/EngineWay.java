package kz.tapbot.docker.ssh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How an engine is reached on the server that was logged in to, in the order in which the ways are tried. */
public enum EngineWay {

    /** The server connects to the engine's socket: no process, no limit of sessions. */
    SOCKET("the socket"),

    /** {@code docker system dial-stdio} relays: a process and a session a connection. For a server that forwards no sockets. */
    RELAY("docker system dial-stdio"),

    /** The same by {@code sudo -n}, for a user who may run exactly that and is not in the group {@code docker}. */
    SUDO_RELAY("sudo -n docker system dial-stdio"),

    /** The same for a user whose one line of sudo is Tapbot's entrance, which relays when it is told to. Only to the engine at the usual socket. */
    ENTRANCE("sudo -n " + EngineWay.PROGRAM);

    private static final String PROGRAM = "/usr/local/lib/tapbot/enter";

    private final String shown;

    EngineWay(String shown) {
        this.shown = shown;
    }

    List<String> command(String socket) {
        if (this == ENTRANCE) {
            return List.of("sudo", "-n", "--", PROGRAM);
        }
        List<String> command = new ArrayList<>();
        if (this == SUDO_RELAY) {
            command.addAll(List.of("sudo", "-n"));
        }
        command.add("docker");
        if (!socket.equals(SshDialer.USUAL_SOCKET)) {
            command.addAll(List.of("-H", "unix://" + socket));
        }
        command.addAll(List.of("system", "dial-stdio"));
        return command;
    }

    /** What it is told before the engine is. */
    byte[] knock() {
        return this == ENTRANCE ? "engine\n".getBytes(StandardCharsets.US_ASCII) : new byte[0];
    }

    /** Whether it leads to that socket. */
    boolean leadsTo(String socket) {
        return this != ENTRANCE || socket.equals(SshDialer.USUAL_SOCKET);
    }

    /** As it stands in messages. */
    @Override
    public String toString() {
        return shown;
    }
}
