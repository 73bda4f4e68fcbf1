package kz.tapbot.runtime.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.contract.Performing;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** Changes that shut us out of a server, each in another way. */
final class LockOuts {

    private static final SortedSet<kz.tapbot.model.name.Address> NOTHING = Collections.emptySortedSet();

    private LockOuts() {}

    static List<Operation> sshd(Server server) {
        List<Operation> all = new ArrayList<>();
        for (String setting : List.of(
                "allowusers nobody",
                "allowgroups nogroup",
                "denyusers " + server.ssh().user(),
                "port 2222",
                "listenaddress 127.0.0.1:22",
                server.ssh().user().equals("root") ? "permitrootlogin no" : "denyusers *",
                "pubkeyauthentication no",
                "authorizedkeysfile /nonexistent",
                "authenticationmethods password",
                "pubkeyacceptedalgorithms ssh-dss",
                "maxsessions 0",
                "denygroups " + server.ssh().user(),
                "hostkeyalgorithms ecdsa-sha2-nistp256",
                "forcecommand /bin/false")) {
            int space = setting.indexOf(' ');
            SortedMap<String, String> settings = new TreeMap<>();
            settings.put(setting.substring(0, space), setting.substring(space + 1));
            SshdResource sshd = new SshdResource(server.name(), settings, NOTHING);
            all.add(new PutSshd(sshd.address(), sshd));
        }
        return all;
    }

    static List<Operation> firewall(Server server) {
        List<Operation> all = new ArrayList<>();
        for (List<Opening> openings : List.of(
                List.<Opening>of(),
                List.of(opening(Port.tcp(65_000))),
                List.of(opening(Port.tcp(22), "198.51.100.0/24")),
                List.of(opening(Port.tcp(22), "2001:db8::/32")),
                List.of(opening(Port.udp(22))),
                List.of(opening(Port.tcp(2222)), opening(Port.tcp(443))),
                List.of(opening(Port.tcp(22), "10.214.7.2/32")),
                List.of(opening(Port.tcp(22), "10.214.6.0/24"), opening(Port.tcp(80))))) {
            FirewallResource firewall = new FirewallResource(server.name(), new TreeSet<>(openings), NOTHING);
            all.add(new PutFirewall(firewall.address(), firewall));
        }
        return all;
    }

    /** Both, sshd's first. */
    static List<Operation> all(Server server) {
        List<Operation> all = sshd(server);
        all.addAll(firewall(server));
        return all;
    }

    private static Opening opening(Port port, String... from) {
        SortedSet<Cidr> blocks = new TreeSet<>();
        for (String block : from) {
            blocks.add(Cidr.of(block));
        }
        return new Opening(port, blocks, false, "a mistake");
    }

    /**
     * A driver that makes that mistake wherever it is told to set the same thing to anything, and what happens right after it.
     *
     * @param window how long the server waits for a fresh login, whatever it is told
     */
    static Driver making(Operation mistake, Driver driver, Duration window, Runnable then) {
        return new Driver() {
            @Override
            public String name() {
                return driver.name();
            }

            @Override
            public Session open(Server server, SessionContext context) {
                Session session = driver.open(server, context);
                return proxy(Session.class, session, (name, result) -> switch (name) {
                    case "protection" ->
                        proxy(ProtectionOperations.class, session.protection(), mistake, session, then);
                    case "state" -> armedFor(session.state(), window);
                    default -> result;
                });
            }
        };
    }

    @FunctionalInterface
    private interface Change {
        Object of(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T of, Change change) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return change.of(method.getName(), method.invoke(of, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static HostState armedFor(HostState of, Duration window) {
        return (HostState) Proxy.newProxyInstance(
                HostState.class.getClassLoader(), new Class<?>[] {HostState.class}, (self, method, args) -> {
                    try {
                        return method.getName().equals("arm")
                                ? method.invoke(of, args[0], window)
                                : method.invoke(of, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static <T> T proxy(Class<T> type, T of, Operation mistake, Session session, Runnable then) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                if (args[0].getClass() != mistake.getClass()) {
                    return method.invoke(of, args);
                }
                Performing.perform(session, mistake);
                then.run();
                return null;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
