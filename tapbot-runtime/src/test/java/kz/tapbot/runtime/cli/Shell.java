package kz.tapbot.runtime.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.tapbot.command.Terminal;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.spi.Driver;

/** Calls commands in this process and keeps what they write. The servers stand as long as the shell does. */
final class Shell {

    private UnaryOperator<Driver> through = UnaryOperator.identity();
    private final MemoryEstate estate = MemoryEstate.create();
    private final Map<String, String> environment = new TreeMap<>();
    private Supplier<Topology> topology;
    private boolean interactive;
    private InputStream answers = InputStream.nullInputStream();

    private Shell(Supplier<Topology> topology) {
        this.topology = topology;
    }

    /** Without a terminal. */
    static Shell of(Supplier<Topology> topology) {
        return new Shell(topology);
    }

    /** With somebody at a terminal, who types that. */
    Shell typing(String typed) {
        return typing(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    }

    Shell typing(InputStream typed) {
        interactive = true;
        answers = typed;
        return this;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell declares(Supplier<Topology> other) {
        topology = other;
        return this;
    }

    MemoryEstate estate() {
        return estate;
    }

    /** On simulated servers that are gone afterwards. */
    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(out, err, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Puts something between the commands and the servers. */
    void through(UnaryOperator<Driver> driver) {
        through = driver;
    }

    Ended onServers(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--runtime";
        all[arguments.length + 1] = "standing";
        return run(all);
    }

    int run(OutputStream out, OutputStream err, String... arguments) {
        StandingDriver.putUp(through.apply(estate.driver()));
        Terminal terminal = new Terminal(
                answers,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive,
                environment);
        return new TapbotCommandLine().run(topology, List.of(arguments), terminal);
    }
}
