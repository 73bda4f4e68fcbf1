package kz.tapbot.runtime.docker.internal.keep;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Tries to connect from inside the network of a container, by a program of our own, so that the container's image needs no tool. */
public final class Connecting {

    private static final int LIMIT_SECONDS = 5;
    private static final short IPV4 = 2;
    private static final short IPV6 = 10;

    private Connecting() {}

    /** Whether the address is reached from the network of that container. */
    public static boolean from(Engine engine, String container, InetSocketAddress to) {
        HelperImage.ensure(engine);
        String doing = "Trying a connection from inside a container";
        String id = engine.ask(
                doing,
                () -> engine.client()
                        .createContainerCmd(HelperImage.REFERENCE)
                        .withEntrypoint(TinyProgram.CONNECT.path())
                        .withStdinOpen(true)
                        .withStdInOnce(true)
                        .withAttachStdin(true)
                        .withLabels(Map.of("tapbot.role", "probe"))
                        .withHostConfig(HostConfig.newHostConfig()
                                .withNetworkMode("container:" + container)
                                .withReadonlyRootfs(true))
                        .exec()
                        .getId());
        try (ResultCallback.Adapter<Frame> attached = new ResultCallback.Adapter<>()) {
            engine.ask(
                    doing,
                    () -> engine.client()
                            .attachContainerCmd(id)
                            .withStdIn(new ByteArrayInputStream(socketAddress(to)))
                            .withFollowStream(true)
                            .withStdOut(true)
                            .exec(attached));
            attached.awaitStarted(LIMIT_SECONDS, TimeUnit.SECONDS);
            engine.bring(doing, () -> engine.client().startContainerCmd(id).exec());
            return hasEndedWell(engine, id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException(doing + " was interrupted.");
        } catch (java.io.IOException e) {
            throw engine.lost(e);
        } finally {
            Removal.of(engine, id, doing);
        }
    }

    private static boolean hasEndedWell(Engine engine, String id) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
            var state = engine.ask(
                    "Waiting for a probe",
                    () -> engine.client().inspectContainerCmd(id).exec().getState());
            if ("exited".equals(state.getStatus())) {
                Long status = state.getExitCodeLong();
                return status != null && status == 0;
            }
            Thread.sleep(20);
        }
        return false;
    }

    /** A length and a sockaddr_in or sockaddr_in6, as connect(2) takes it (ip(7), ipv6(7)). */
    static byte[] socketAddress(InetSocketAddress to) {
        byte[] address = to.getAddress().getAddress();
        boolean four = address.length == 4;
        ByteBuffer out = ByteBuffer.allocate(1 + (four ? 16 : 28)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) (out.capacity() - 1)).putShort(four ? IPV4 : IPV6);
        out.order(ByteOrder.BIG_ENDIAN).putShort((short) to.getPort());
        if (!four) {
            out.putInt(0);
        }
        return out.put(address).array();
    }
}
