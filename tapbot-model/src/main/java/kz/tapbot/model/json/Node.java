package kz.tapbot.model.json;

import java.util.List;
import java.util.Map;

/** A JSON value that remembers its line; the value of a member begins where the member's key does. */
sealed interface Node {

    /** The line, from 1. */
    int line();

    /** What it is, with its article, for messages. */
    String what();

    /** An object; its members in the order of the text, and the keys that stood there once more. */
    record Members(int line, Map<String, Node> members, List<Again> again) implements Node {
        @Override
        public String what() {
            return "an object";
        }
    }

    /** A key that stands in its object a second time. */
    record Again(String key, int line, int first) {}

    /** A list. */
    record Items(int line, List<Node> items) implements Node {
        @Override
        public String what() {
            return "a list";
        }
    }

    /** A text. */
    record Text(int line, String text) implements Node {
        @Override
        public String what() {
            return "a text";
        }
    }

    /** A number, as its digits stand there. */
    record Digits(int line, String digits) implements Node {
        @Override
        public String what() {
            return "a number";
        }
    }

    /** True or false. */
    record Flag(int line, boolean value) implements Node {
        @Override
        public String what() {
            return value ? "true" : "false";
        }
    }

    /** Null, which the format never has. */
    record Nothing(int line) implements Node {
        @Override
        public String what() {
            return "null";
        }
    }
}
