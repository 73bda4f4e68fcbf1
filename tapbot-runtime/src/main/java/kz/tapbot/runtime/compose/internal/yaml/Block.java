package kz.tapbot.runtime.compose.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping to be written, in the order in which it is said. A dollar sign is doubled, as Compose replaces variables everywhere. */
public final class Block {

    private final Map<Object, Object> all = new LinkedHashMap<>();

    /** An empty one. */
    public Block() {}

    /** Says a text. */
    public Block put(String key, String text) {
        all.put(new Text(key), new Text(escaped(text)));
        return this;
    }

    /** Says a text, if there is one. */
    public Block put(String key, Optional<String> text) {
        text.ifPresent(value -> put(key, value));
        return this;
    }

    /** Says a text in which Compose replaces variables. */
    public Block putReplaced(String key, String text) {
        all.put(new Text(key), new Text(text));
        return this;
    }

    /** Says a number. */
    public Block put(String key, long number) {
        all.put(new Text(key), number);
        return this;
    }

    /** Says that something is so; nothing if it is not. */
    public Block flag(String key, boolean is) {
        if (is) {
            all.put(new Text(key), true);
        }
        return this;
    }

    /** Says texts; nothing if there are none. */
    public Block put(String key, Iterable<?> texts) {
        List<Object> list = new ArrayList<>();
        texts.forEach(text -> list.add(text instanceof Block block ? block.all : new Text(escaped(text.toString()))));
        if (!list.isEmpty()) {
            all.put(new Text(key), list);
        }
        return this;
    }

    /** Says a mapping; nothing if it is empty. */
    public Block put(String key, Block block) {
        return block.all.isEmpty() ? this : putEvenEmpty(key, block);
    }

    /** Says a mapping, though it be empty. */
    public Block putEvenEmpty(String key, Block block) {
        all.put(new Text(key), block.all);
        return this;
    }

    private static String escaped(String text) {
        return text.replace("$", "$$");
    }

    Map<Object, Object> all() {
        return all;
    }
}
