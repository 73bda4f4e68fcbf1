package kz.tapbot.examples.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kz.tapbot.Tapbot;
import kz.tapbot.examples.estate.TapbotKzEstate;
import kz.tapbot.model.Topology;
import kz.tapbot.validate.Validator;

/** One process that does what {@code TapbotKz plan} does and writes how many milliseconds passed in each step. */
final class EstateSteps {

    private EstateSteps() {}

    /**
     * Runs once.
     *
     * @param args when the process was started, in milliseconds since 1970
     */
    public static void main(String[] args) {
        long main = System.currentTimeMillis() - Long.parseLong(args[0]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Topology topology = TapbotKzEstate.TOPOLOGY;
        long declared = System.nanoTime();
        First first = new First();
        System.setOut(new PrintStream(first, true, StandardCharsets.UTF_8));
        Tapbot.main(() -> topology, "plan");
        out.println("the JVM, until our first instruction\t" + main);
        out.println("declare and judge\t" + millis(declared - start));
        out.println("command line, judge again, observe, plan\t" + millis(first.at - declared));
        long before = System.nanoTime();
        Validator.validate(topology);
        out.println("(judging alone, once everything is loaded)\t" + millis(System.nanoTime() - before));
        out.flush();
    }

    private static double millis(long nanos) {
        return nanos / 1_000_000.0;
    }

    /** Keeps nothing but the moment of the first byte. */
    private static final class First extends OutputStream {

        private long at;

        @Override
        public void write(int one) {
            at = at == 0 ? System.nanoTime() : at;
        }
    }
}
