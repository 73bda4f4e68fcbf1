package kz.tapbot.runtime.compose.internal.source;

import java.util.SortedSet;
import java.util.TreeSet;

/** The imports of a source file, in the usual order. */
final class Imports {

    private final SortedSet<String> types = new TreeSet<>();
    private final SortedSet<String> statics = new TreeSet<>();

    void add(String type) {
        types.add(type);
    }

    void addStatic(String method) {
        statics.add(method);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        statics.forEach(name -> out.append("import static ").append(name).append(";\n"));
        out.append(statics.isEmpty() ? "" : "\n");
        types.forEach(name -> out.append("import ").append(name).append(";\n"));
        return out.toString();
    }
}
