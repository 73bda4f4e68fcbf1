package kz.tapbot.examples.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, led over its DevTools protocol (chromedevtools.github.io/devtools-protocol) on loopback. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";
    private static final int LIMIT_SECONDS = 60;

    private final Path home;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private String session = "";
    private int asked;

    private Browser(String program) throws IOException {
        home = Files.createTempDirectory("tapbot-browser");
        // As root, as CI is, Chromium has no sandbox; what it opens are pages of our own.
        process = new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + home,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address()), new Listener())
                .join();
    }

    /** The program, where there is one. */
    static Optional<String> program() {
        return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Starts it. */
    static Browser start() throws IOException {
        return new Browser(program().orElseThrow());
    }

    private String address() throws IOException {
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread rest = new Thread(() -> errors.lines().forEach(unused -> {}), "browser-errors");
                rest.setDaemon(true);
                rest.start();
                return line.substring(LISTENING.length());
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** Opens a page in a window of that width, and waits until it is loaded. */
    void open(Path page, int width) {
        String target = ask("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
                .path("targetId")
                .asText();
        session = ask(
                        "Target.attachToTarget",
                        JSON.createObjectNode().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            ask(domain + ".enable", JSON.createObjectNode());
        }
        width(width);
        events.clear();
        ask("Page.navigate", JSON.createObjectNode().put("url", page.toUri().toString()));
        while (events.stream().noneMatch(event -> is(event, "Page.loadEventFired"))) {
            events.add(next());
        }
    }

    /** Makes the window that wide, in CSS pixels. */
    void width(int width) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
    }

    /** Shows it as on paper. */
    void asOnPaper() {
        ask("Emulation.setEmulatedMedia", JSON.createObjectNode().put("media", "print"));
    }

    /** What an expression of JavaScript gives, asked from outside of the page, whose own policy lets nothing run. */
    JsonNode evaluate(String expression) {
        JsonNode answer = ask(
                "Runtime.evaluate",
                JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** The page as a PDF. */
    byte[] pdf() {
        try {
            return ask("Page.printToPDF", JSON.createObjectNode()).path("data").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has asked of any network or file since the page was opened. */
    List<String> requests() {
        return of("Network.requestWillBeSent")
                .map(event -> event.at("/params/request/url").asText())
                .toList();
    }

    /** What it has complained of since the page was opened. */
    List<String> complaints() {
        return Stream.concat(
                        of("Log.entryAdded")
                                .map(event -> event.at("/params/entry/text").asText()),
                        of("Runtime.exceptionThrown").map(JsonNode::toString))
                .toList();
    }

    private Stream<JsonNode> of(String event) {
        return events.stream().filter(each -> is(each, event));
    }

    private static boolean is(JsonNode message, String event) {
        return message.path("method").asText().equals(event);
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        ObjectNode message = JSON.createObjectNode().put("id", ++asked).put("method", method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        while (true) {
            JsonNode answer = next();
            if (answer.path("id").asInt() == asked) {
                if (answer.has("error")) {
                    throw new IllegalStateException(method + ": " + answer.path("error"));
                }
                return answer.path("result");
            }
            events.add(answer);
        }
    }

    private JsonNode next() {
        try {
            JsonNode message = said.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("the browser says nothing");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    said.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                text.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
