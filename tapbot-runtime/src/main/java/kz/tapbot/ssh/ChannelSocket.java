package kz.tapbot.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A channel of a jump host that sshj takes for a connected socket, so that a connection over it has the same limits as any other. */
final class ChannelSocket extends Socket {

    private final SshChannel channel;

    ChannelSocket(SshChannel channel) {
        this.channel = channel;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public void setSoTimeout(int timeout) {
        // The limits of the connection close the channel.
    }

    @Override
    public InputStream getInputStream() {
        return new GuardedSocket.Greeted(channel.in());
    }

    @Override
    public OutputStream getOutputStream() {
        return channel.out();
    }

    @Override
    public synchronized void close() {
        channel.close();
    }
}
