package kz.tapbot.runtime.host.internal.keep;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import kz.tapbot.runtime.spi.OperationFailedException;

/** What a server said of itself, in named parts. Each has its length before it, so that nothing in one can be taken for another. */
public final class Parts {

    private final Map<String, String> all;

    private Parts(Map<String, String> all) {
        this.all = Collections.unmodifiableMap(all);
    }

    /**
     * Reads them.
     *
     * @throws OperationFailedException if they are damaged
     */
    public static Parts read(byte[] said) {
        Map<String, String> all = new LinkedHashMap<>();
        int[] at = {0};
        while (at[0] < said.length) {
            String name = next(said, at);
            all.put(name, next(said, at));
        }
        return new Parts(all);
    }

    private static String next(byte[] said, int[] at) {
        int length = 0;
        int from = at[0];
        while (from < said.length && said[from] >= '0' && said[from] <= '9' && length < said.length) {
            length = length * 10 + said[from++] - '0';
        }
        int end = from + 1 + length;
        if (from == at[0] || end >= said.length || said[from] != '\n' || said[end] != '\n') {
            throw new OperationFailedException("Looking at the server failed: what it says of itself is damaged.");
        }
        at[0] = end + 1;
        return new String(said, from + 1, length, StandardCharsets.UTF_8);
    }

    /** A part; empty if there is none. */
    public String at(String name) {
        return all.getOrDefault(name, "");
    }

    /** Whether there is such a part. */
    public boolean has(String name) {
        return all.containsKey(name);
    }

    /** The parts whose names begin so, by the rest of their names. */
    public void below(String prefix, BiConsumer<String, String> each) {
        all.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                each.accept(name.substring(prefix.length()), text);
            }
        });
    }
}
