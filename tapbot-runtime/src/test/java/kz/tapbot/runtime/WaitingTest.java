package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import org.junit.jupiter.api.Test;

/** Waiting is no work: with a check every half a minute, thirty services would else take as many half minutes as there are places. */
class WaitingTest {

    private static final Topology TWO_CLOCKS = Topology.builder()
            .name(TopologyName.of("clocks"))
            .addServers(Server.builder()
                    .name(Shop.DATA)
                    .host(HostAddress.of("203.0.113.20"))
                    .firewall(false)
                    .addServices(
                            Shop.service("clock", Shop.CLOCK).build(),
                            Shop.service("watch", Shop.CLOCK).build())
                    .build())
            .build();

    @Test
    void whatWaitsForAContainerToGetHealthyLeavesItsPlaceToOthersOnThatServer() {
        TapbotRuntime runtime = TapbotRuntime.builder()
                .driver(new MeetingDriver(MemoryEstate.create().driver(), new CyclicBarrier(2)))
                .parallelism(8, 1)
                .who("tester@here")
                .build();
        ApplyReport report = runtime.apply(TWO_CLOCKS, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }

    /** Whoever waits for a container here waits until another one does so, too. */
    private record MeetingDriver(Driver driver, CyclicBarrier both) implements Driver {

        @Override
        public String name() {
            return driver.name();
        }

        @Override
        public Session open(Server server, SessionContext context) {
            return with(
                    Session.class,
                    driver.open(server, context),
                    "engine",
                    engine -> with(EngineOperations.class, (EngineOperations) engine, "awaitHealthy", nothing -> {
                        meet();
                        return nothing;
                    }));
        }

        private void meet() {
            try {
                both.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("nobody else waits", e);
            }
        }

        /** The same, but for what one method answers. */
        private static <T> T with(Class<T> type, T all, String method, UnaryOperator<Object> instead) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
                        try {
                            Object answer = called.invoke(all, args);
                            return called.getName().equals(method) ? instead.apply(answer) : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
