package kz.tapbot.examples.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** A driver whose sessions stay open from one plan to the next, so that what is measured begins on an open connection. */
final class Kept implements Driver, AutoCloseable {

    private final Driver driver;
    private final Map<ServerName, Session> open = new ConcurrentHashMap<>();

    Kept(Driver driver) {
        this.driver = driver;
    }

    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public Session open(Server server, SessionContext context) {
        Session session = open.computeIfAbsent(server.name(), name -> driver.open(server, context));
        return (Session) Proxy.newProxyInstance(
                Kept.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, args) -> method.getName().equals("close") ? null : passed(session, method, args));
    }

    private static Object passed(Session session, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(session, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        open.values().forEach(Session::close);
    }
}
