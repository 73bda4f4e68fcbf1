package kz.tapbot.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** A key of an SSH agent, by the protocol that OpenSSH documents in PROTOCOL.agent (draft-ietf-sshm-ssh-agent). */
final class AgentIdentity implements Identity {

    private static final int MOST_OF_AN_ANSWER = 262_144;
    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;
    private static final int RSA_SHA2_512 = 4;

    private final SshLogin.Agent login;
    private final Duration limit;
    private final Deadlines deadlines;
    private final byte[] blob;

    private AgentIdentity(SshLogin.Agent login, Duration limit, Deadlines deadlines, byte[] blob) {
        this.login = login;
        this.limit = limit;
        this.deadlines = deadlines;
        this.blob = blob;
    }

    static AgentIdentity find(SshLogin.Agent login, Duration limit, Deadlines deadlines) throws LoginRefusedException {
        List<byte[]> held = new ArrayList<>();
        try {
            Buffer.PlainBuffer answer =
                    ask(login, limit, deadlines, new byte[] {REQUEST_IDENTITIES}, IDENTITIES_ANSWER);
            int count = answer.readUInt32AsInt();
            for (int i = 0; i < count; i++) {
                held.add(answer.readBytes());
                answer.readBytes();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(login, "it does not answer as an agent does: " + Told.why(e), e);
        }
        List<byte[]> wanted = held.stream()
                .filter(blob -> login.fingerprint()
                        .map(HostKey.fingerprint(blob)::equals)
                        .orElse(true))
                .toList();
        if (wanted.size() == 1) {
            return new AgentIdentity(login, limit, deadlines, wanted.get(0));
        }
        List<String> names =
                held.stream().map(blob -> HostKey.of(blob).toString()).limit(20).toList();
        throw refused(
                login,
                held.isEmpty()
                        ? "it holds no key"
                        : (wanted.isEmpty()
                                        ? "it does not hold the key "
                                                + login.fingerprint().orElse("")
                                        : "it holds several keys, and only one is offered to a server: say which")
                                + ". It holds " + String.join(", ", names),
                null);
    }

    private static LoginRefusedException refused(
            SshLogin.Agent login, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new LoginRefusedException("The SSH agent at " + login.socket() + " cannot be used: " + why + ".", cause);
    }

    @Override
    public byte[] blob() {
        return blob;
    }

    @Override
    public byte[] sign(byte[] data) throws IOException {
        byte[] question = new Buffer.PlainBuffer()
                .putByte(SIGN_REQUEST)
                .putBytes(blob)
                .putBytes(data)
                .putUInt32(algorithm().equals("rsa-sha2-512") ? RSA_SHA2_512 : 0)
                .getCompactData();
        try {
            return ask(login, limit, deadlines, question, SIGN_RESPONSE).readBytes();
        } catch (IOException e) {
            throw refused(login, "it did not sign: " + Told.why(e), e);
        }
    }

    private static Buffer.PlainBuffer ask(
            SshLogin.Agent login, Duration limit, Deadlines deadlines, byte[] question, byte expected)
            throws IOException {
        try (SocketChannel agent = SocketChannel.open(StandardProtocolFamily.UNIX);
                Deadlines.Watch watch = deadlines.after(limit, () -> Quiet.close(agent))) {
            try {
                return ask(agent, login, question, expected);
            } catch (IOException e) {
                throw watch.isExpired() ? new SocketTimeoutException() : e;
            }
        }
    }

    private static Buffer.PlainBuffer ask(SocketChannel agent, SshLogin.Agent login, byte[] question, byte expected)
            throws IOException {
        agent.connect(UnixDomainSocketAddress.of(login.socket()));
        ByteBuffer out = ByteBuffer.allocate(4 + question.length);
        out.putInt(question.length).put(question).flip();
        while (out.hasRemaining()) {
            agent.write(out);
        }
        int length = read(agent, 4).getInt();
        if (length < 1 || length > MOST_OF_AN_ANSWER) {
            throw new IOException("its answer has a length of " + length);
        }
        Buffer.PlainBuffer answer = new Buffer.PlainBuffer(read(agent, length).array());
        byte kind = answer.readByte();
        if (kind != expected) {
            throw new IOException(kind == 5 ? "it refuses" : "its answer is of kind " + kind);
        }
        return answer;
    }

    private static ByteBuffer read(SocketChannel agent, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            if (agent.read(in) < 0) {
                throw new IOException("it ended the connection");
            }
        }
        return in.flip();
    }
}
