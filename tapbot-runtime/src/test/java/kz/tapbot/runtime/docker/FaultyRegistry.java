package kz.tapbot.runtime.docker;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A real registry on the loopback (Debian's docker-registry), with a proxy in front of it that answers wrongly when it is told to. */
final class FaultyRegistry implements AutoCloseable {

    /** What the proxy does to answers of a path that contains a text. */
    enum Fault {
        NONE,
        UNAVAILABLE,
        TOO_MANY,
        FOR_A_SECOND,
        FOR_AN_HOUR,
        FLIPPED,
        CUT
    }

    private static final Set<String> PASSED = Set.of(
            "content-type",
            "docker-content-digest",
            "docker-distribution-api-version",
            "etag",
            "location",
            "www-authenticate");

    private final Process registry;
    private final int port;
    private final HttpServer proxy;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Fault fault = Fault.NONE;
    private volatile String where = "";
    private long freeAt;

    /** One that gives to everybody. */
    FaultyRegistry(Path folder) throws IOException, InterruptedException {
        this(folder, "");
    }

    /** One that gives to nobody but a user with a password. */
    static FaultyRegistry closed(Path folder, String user, String password) throws IOException, InterruptedException {
        String hash = BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(4, password.toCharArray());
        Path users = Files.writeString(folder.resolve("users"), user + ":" + hash + "\n");
        return new FaultyRegistry(folder, "auth: {htpasswd: {realm: shop, path: " + users + "}}\n");
    }

    private FaultyRegistry(Path folder, String auth) throws IOException, InterruptedException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(
                folder.resolve("registry.yml"), """
                version: 0.1
                log: {level: error, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: 127.0.0.1:%d, relativeurls: true}
                %s""".formatted(folder.resolve("registry"), port, auth));
        registry = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        awaitReady();
        proxy = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        proxy.setExecutor(threads);
        proxy.createContext("/", this::pass);
        proxy.start();
    }

    private void awaitReady() throws InterruptedException {
        while (registry.isAlive()) {
            try {
                HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/"))
                        .build();
                client.send(ask, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new IllegalStateException("docker-registry does not come up");
    }

    /** What images are pushed to. */
    String direct(String repository) {
        return "127.0.0.1:" + port + "/" + repository;
    }

    /** What they are pulled from. */
    String faulty(String repository) {
        return "127.0.0.1:" + proxy.getAddress().getPort() + "/" + repository;
    }

    /** From now on. */
    void fail(Fault how, String path) {
        where = path;
        fault = how;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fault now = exchange.getRequestURI().getPath().contains(where) ? fault : Fault.NONE;
            boolean busy =
                    now == Fault.FOR_A_SECOND && System.nanoTime() - free(System.nanoTime() + 1_000_000_000L) < 0;
            if (busy || now == Fault.UNAVAILABLE || now == Fault.TOO_MANY || now == Fault.FOR_AN_HOUR) {
                refuse(exchange, now);
                return;
            }
            HttpRequest.Builder ask = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
            for (String name : java.util.List.of("Accept", "Authorization")) {
                exchange.getRequestHeaders()
                        .getOrDefault(name, java.util.List.of())
                        .forEach(one -> ask.header(name, one));
            }
            HttpResponse<InputStream> answer = client.send(ask.build(), HttpResponse.BodyHandlers.ofInputStream());
            byte[] body = answer.body().readAllBytes();
            answer.headers().map().forEach((name, values) -> {
                if (PASSED.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            if (now == Fault.FLIPPED && body.length > 0) {
                body[body.length / 2] ^= 1;
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                answer.headers()
                        .firstValue("content-length")
                        .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
            }
            exchange.sendResponseHeaders(answer.statusCode(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body, 0, now == Fault.CUT ? body.length / 2 : body.length);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When it answers again; a second after it was asked first. */
    private synchronized long free(long otherwise) {
        if (freeAt == 0) {
            freeAt = otherwise;
        }
        return freeAt;
    }

    private static void refuse(HttpExchange exchange, Fault fault) throws IOException {
        boolean many = fault != Fault.UNAVAILABLE;
        String code = many ? "TOOMANYREQUESTS" : "UNAVAILABLE";
        byte[] body = ("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\""
                        + code.toLowerCase(java.util.Locale.ROOT) + " as asked\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (many) {
            exchange.getResponseHeaders().set("Retry-After", fault == Fault.FOR_AN_HOUR ? "3600" : "1");
        }
        exchange.sendResponseHeaders(many ? 429 : 503, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        proxy.stop(0);
        threads.shutdownNow();
        registry.destroyForcibly().onExit().join();
    }
}
