package kz.tapbot.runtime.docker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import kz.tapbot.docker.http.ClientTls;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.spi.UnreachableException;
import org.jspecify.annotations.Nullable;

/** Where the engines of servers are. */
final class Engines {

    /** Where Debian's and Docker's packages put it. */
    private static final Path LOCAL = Path.of("/var/run/docker.sock");

    /** {@code SERVER=}; the {@code =} of a query comes later. */
    private static final Pattern NAMED = Pattern.compile("[^:/?=]*=");

    private Engines() {}

    /** One engine for the one server there is: two servers on one engine would share names and ports. */
    static Function<Server, Dialer> single(Function<Server, Dialer> engine) {
        AtomicReference<@Nullable ServerName> first = new AtomicReference<>();
        return server -> {
            first.compareAndSet(null, server.name());
            if (!server.name().equals(first.get())) {
                throw new UnreachableException("The engine "
                        + engine.apply(server).name() + " is taken for server " + first.get()
                        + ", and there is no other for server " + server.name()
                        + ". Say where each is: --runtime docker:" + first.get() + "=unix:///path," + server.name()
                        + "=unix:///path");
            }
            return engine.apply(server);
        };
    }

    static Function<Server, Dialer> local() {
        return single(always(Dialers.unix(LOCAL)));
    }

    /**
     * As said in one text: the address of the one engine, or {@code SERVER=ADDRESS} for each with commas between.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static Function<Server, Dialer> at(String where) {
        if (where.equals("ssh") || where.startsWith("ssh?")) {
            return SshEngines.declared(where);
        }
        if (!NAMED.matcher(where).lookingAt()) {
            return single(one(where));
        }
        Map<ServerName, Function<Server, Dialer>> all = new HashMap<>();
        for (String each : where.split(",", -1)) {
            int equals = each.indexOf('=');
            if (!NAMED.matcher(each).lookingAt()) {
                throw new IllegalArgumentException(each + " does not say of which server: SERVER=unix:///path");
            }
            ServerName server = ServerName.of(each.substring(0, equals));
            if (all.put(server, one(each.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("server " + server + " has two engines");
            }
        }
        return server -> {
            Function<Server, Dialer> engine = all.get(server.name());
            if (engine == null) {
                throw new UnreachableException("Nobody said where the engine of server " + server.name()
                        + " is: --runtime docker:" + server.name() + "=unix:///path");
            }
            return engine.apply(server);
        };
    }

    private static Function<Server, Dialer> one(String address) {
        URI uri = URI.create(address);
        if ("ssh".equals(uri.getScheme())) {
            return SshEngines.at(uri);
        }
        return always(uri.getQuery() == null ? Dialers.at(uri) : secured(uri));
    }

    /** {@code tcp://host:2376?tls=/folder}, with the three files that Docker's own tools look for there. */
    private static Dialer secured(URI uri) {
        String query = uri.getQuery();
        if (!"tcp".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getPort() < 1
                || !query.startsWith("tls=/")) {
            throw new IllegalArgumentException("engine " + uri + " is not tcp://host:port?tls=/folder");
        }
        Path folder = Path.of(query.substring("tls=".length()));
        try {
            SSLContext context = ClientTls.fromFiles(
                    folder.resolve("ca.pem"), folder.resolve("cert.pem"), folder.resolve("key.pem"));
            return Dialers.tls(bare(uri.getHost()), uri.getPort(), context);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "?tls=" + folder + " needs ca.pem, cert.pem and key.pem there: " + e.getMessage(), e);
        }
    }

    private static Function<Server, Dialer> always(Dialer dialer) {
        return server -> dialer;
    }

    /** An IPv6 address without the brackets that it has in a URI (RFC 3986, section 3.2.2). */
    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
