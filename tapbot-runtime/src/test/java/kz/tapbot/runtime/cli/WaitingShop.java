package kz.tapbot.runtime.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.tapbot.Tapbot;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** A user's program whose server says {@code RUNNING} within the first step of an apply, and goes on when a line is typed. */
final class WaitingShop {

    private WaitingShop() {}

    public static void main(String[] args) {
        MemoryEstate estate = MemoryEstate.create();
        StandingDriver.putUp(new Waiting(estate));
        int code = Tapbot.main(Shop::topology, "apply", "--yes", "--runtime", "standing");
        StandingDriver.putUp(estate.driver());
        Tapbot.main(Shop::topology, "lock", "--runtime", "standing");
        System.exit(code);
    }

    /** Passes everything on, and waits once: before the firewall is changed. */
    private record Waiting(MemoryEstate estate, AtomicBoolean waited) implements Driver {

        Waiting(MemoryEstate estate) {
            this(estate, new AtomicBoolean());
        }

        @Override
        public String name() {
            return "standing";
        }

        @Override
        public Session open(Server server, SessionContext context) {
            Session session = estate.driver().open(server, context);
            return (Session) Proxy.newProxyInstance(
                    Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("protection") && waited.compareAndSet(false, true)) {
                            await();
                        }
                        try {
                            return method.invoke(session, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static void await() {
            System.out.println("RUNNING");
            System.out.flush();
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
