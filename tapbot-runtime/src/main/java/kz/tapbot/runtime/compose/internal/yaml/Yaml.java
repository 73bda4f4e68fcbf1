package kz.tapbot.runtime.compose.internal.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML file with the line that it begins in. What aliases name is shared and not copied. */
public sealed interface Yaml {

    /** The line, from 1. */
    int line();

    /** How many values it is made of, itself and what aliases bring among them. */
    long size();

    /**
     * A text, number, truth value or nothing, as it was written.
     *
     * @param text what stands there
     * @param plain whether it stands there without quotes, so that it may be more than a text
     * @param line the line
     */
    record Scalar(String text, boolean plain, int line) implements Yaml {

        @Override
        public long size() {
            return 1;
        }

        /** Whether it is nothing (YAML 1.2, core schema). */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /**
     * A sequence.
     *
     * @param all what is in it
     * @param line the line
     * @param size how many values
     */
    record Items(List<Yaml> all, int line, long size) implements Yaml {

        /** Copies the list. */
        public Items {
            all = List.copyOf(all);
        }
    }

    /**
     * A mapping, in the order of the file.
     *
     * @param all what is in it
     * @param line the line
     * @param size how many values
     */
    record Fields(Map<String, Field> all, int line, long size) implements Yaml {

        /** Copies the map. */
        public Fields {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }
    }

    /**
     * A value of a mapping.
     *
     * @param value the value
     * @param line the line of its key
     */
    record Field(Yaml value, int line) {}
}
