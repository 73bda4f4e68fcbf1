package kz.tapbot.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import net.schmizz.concurrent.Event;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.AbstractDirectChannel;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** A channel of any type (RFC 4254, section 5) with streams whose close never waits for the network. */
final class WireChannel extends AbstractDirectChannel implements SshChannel {

    private final Consumer<SSHPacket> destination;
    private final Deadlines deadlines;
    private final Runnable onLoss;
    private final Runnable onEnd;
    private final Incoming stdout = new Incoming(this::wasRead);
    private final Incoming stderr = new Incoming(this::wasRead);
    private final Outgoing stdin = new Outgoing(this::send);
    /** Nothing may be sent on a channel after its close: OpenSSH would end the whole connection. */
    private final ReentrantLock sending = new ReentrantLock();

    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long windowSize;
    private long mayReceive;
    private int readSinceAdjust;
    private boolean sentEof;
    private boolean sentClose;
    private boolean opened;
    private volatile boolean gone;
    private volatile boolean ignoresErrors;
    private volatile @Nullable Integer exitStatus;
    private volatile @Nullable String exitSignal;

    /**
     * Not open yet.
     *
     * @param destination writes what this type of channel adds to the packet that opens it
     * @param onLoss called when the whole connection is lost, before anybody who reads or writes is told
     * @param onEnd called once, when the other side knows that the channel is closed or will never know
     */
    WireChannel(
            Connection connection,
            String type,
            Consumer<SSHPacket> destination,
            Deadlines deadlines,
            Runnable onLoss,
            Runnable onEnd) {
        super(connection, type);
        this.destination = destination;
        this.deadlines = deadlines;
        this.onLoss = onLoss;
        this.onEnd = onEnd;
        this.windowSize = connection.getWindowSize();
        this.mayReceive = windowSize;
    }

    void open(Duration limit) throws SSHException {
        trans.write(buildOpenReq());
        openEvent.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Standard error is thrown away as it comes, so that it does not fill the window. */
    WireChannel ignoringErrors() {
        ignoresErrors = true;
        return this;
    }

    /** Starts a command; the server hands the text to the user's shell. */
    void exec(String command, Duration limit) throws SSHException {
        Event<ConnectionException> answer =
                sendChannelRequest("exec", true, new Buffer.PlainBuffer().putString(command));
        answer.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected SSHPacket buildOpenReq() {
        SSHPacket packet = super.buildOpenReq();
        destination.accept(packet);
        return packet;
    }

    @Override
    protected void init(int recipient, long remoteWindow, long remotePacket) {
        super.init(recipient, remoteWindow, remotePacket);
        stdin.opened(remoteWindow, remotePacket);
        sending.lock();
        try {
            opened = true;
        } finally {
            sending.unlock();
        }
        if (closed.get()) {
            // Given up while it was being opened.
            deadlines.soon(this::sayClose);
        }
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws SSHException {
        try {
            switch (message) {
                case CHANNEL_DATA -> receive(stdout, packet.readBytes());
                case CHANNEL_EXTENDED_DATA ->
                    receive(packet.readUInt32AsInt() == 1 && !ignoresErrors ? stderr : null, packet.readBytes());
                case CHANNEL_WINDOW_ADJUST -> stdin.expand(packet.readUInt32());
                case CHANNEL_EOF -> endInput();
                case CHANNEL_CLOSE -> {
                    endInput();
                    gone = true;
                    stdin.fail("the other side has closed the channel", null);
                    super.handle(message, packet);
                }
                default -> super.handle(message, packet);
            }
        } catch (Buffer.BufferException e) {
            throw new ConnectionException(e);
        }
    }

    private void receive(@Nullable Incoming stream, byte[] bytes) throws ConnectionException {
        synchronized (this) {
            mayReceive -= bytes.length;
            if (mayReceive < 0) {
                throw new ConnectionException(
                        DisconnectReason.PROTOCOL_ERROR, "The server sends more than it was told it may");
            }
        }
        if (stream == null || closed.get()) {
            wasRead(bytes.length);
        } else {
            stream.receive(bytes);
        }
    }

    private void wasRead(int count) {
        int adjust;
        synchronized (this) {
            readSinceAdjust += count;
            if (readSinceAdjust < windowSize / 2) {
                return;
            }
            adjust = readSinceAdjust;
            readSinceAdjust = 0;
            mayReceive += adjust;
        }
        sending.lock();
        try {
            if (!sentClose) {
                trans.write(newBuffer(Message.CHANNEL_WINDOW_ADJUST).putUInt32(adjust));
            }
        } catch (TransportException e) {
            // The thread that reads the connection tells everybody.
        } finally {
            sending.unlock();
        }
    }

    private void endInput() {
        stdout.end();
        stderr.end();
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        sending.lock();
        try {
            if (sentClose || sentEof) {
                throw new SshException("the channel is closed");
            }
            trans.write(newBuffer(Message.CHANNEL_DATA).putBytes(bytes, offset, length));
        } catch (TransportException e) {
            throw new SshException(Told.why(e), e);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void closeOutput() throws IOException {
        sending.lock();
        try {
            if (sentClose) {
                throw new SshException("the channel is closed");
            }
            if (!sentEof) {
                sentEof = true;
                trans.write(newBuffer(Message.CHANNEL_EOF));
            }
        } catch (TransportException e) {
            throw new SshException(Told.why(e), e);
        } finally {
            sending.unlock();
        }
    }

    @Override
    protected void handleRequest(String request, SSHPacket packet) throws ConnectionException, TransportException {
        try {
            switch (request) {
                case "exit-status" -> exitStatus = packet.readUInt32AsInt();
                case "exit-signal" -> exitSignal = packet.readString();
                // A notice of OpenSSH that nobody answers.
                case "eow@openssh.com" -> {}
                default -> super.handleRequest(request, packet);
            }
        } catch (Buffer.BufferException e) {
            throw new ConnectionException(e);
        }
    }

    /** Sshj's own streams are not used. */
    @Override
    protected void closeAllStreams() {}

    @Override
    protected void sendClose() throws TransportException {
        sending.lock();
        try {
            sentClose = true;
            super.sendClose();
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void notifyError(SSHException error) {
        onLoss.run();
        String why = Told.why(error);
        gone = true;
        stdout.fail(why, error);
        stderr.fail(why, error);
        stdin.fail(why, error);
        super.notifyError(error);
    }

    @Override
    protected void finishOff() {
        super.finishOff();
        if (ended.getCount() > 0) {
            ended.countDown();
            onEnd.run();
        }
    }

    @Override
    public InputStream in() {
        return stdout;
    }

    InputStream err() {
        return stderr;
    }

    @Override
    public OutputStream out() {
        return stdin;
    }

    @Override
    public boolean isOpen() {
        return !gone && !closed.get() && !stdout.isAtEnd();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stdout.abandon();
            stderr.abandon();
            stdin.fail("the channel is closed", null);
            deadlines.soon(this::sayClose);
        }
    }

    private void sayClose() {
        sending.lock();
        try {
            if (opened && !gone) {
                sendClose();
            }
        } catch (TransportException e) {
            // The thread that reads the connection tells everybody.
        } finally {
            sending.unlock();
        }
    }

    /** Waits until the other side has closed the channel too, so that an exit status is there if there will be one. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    Optional<Integer> exitStatus() {
        return Optional.ofNullable(exitStatus);
    }

    Optional<String> exitSignal() {
        return Optional.ofNullable(exitSignal);
    }
}
