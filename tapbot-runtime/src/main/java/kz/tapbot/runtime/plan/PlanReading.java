package kz.tapbot.runtime.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.value.InvalidValueException;

/** Reads saved plans strictly: nothing unknown, nothing twice, nothing of another type, no size that a plan never has. */
final class PlanReading {

    private static final int MOST_CHARACTERS = 200_000_000;
    private static final int DEEPEST = 8;
    private static final Set<String> TOP =
            Set.of("format", "topology", "fingerprint", "options", "summary", "changes", "exposure", "report");
    private static final Set<String> OPTIONS = Set.of("adopt", "destroy", "removeData");
    private static final Set<String> CHANGE = Set.of(
            "address",
            "server",
            "action",
            "cause",
            "differences",
            "consequences",
            "prepare",
            "steps",
            "after",
            "confirmed");
    private static final Set<String> DIFFERENCE = Set.of("attribute", "before", "after");

    SavedPlan read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw unreadable("", "is longer than " + MOST_CHARACTERS + " characters");
        }
        JsonNode root = parse(text);
        JsonNode format = object("", root).path("format");
        if (!format.isInt() || format.intValue() != PlanJson.FORMAT) {
            throw failure(
                    RuntimeCode.SAVED_PLAN_VERSION,
                    "This version reads format " + PlanJson.FORMAT + ", and the plan says "
                            + (format.isMissingNode() ? "none" : Shown.plain(format.toString()))
                            + ". Make the plan again with this version.");
        }
        known("", root, TOP);
        List<Change> changes = new ArrayList<>();
        List<JsonNode> members = members("", root, "changes");
        for (int i = 0; i < members.size(); i++) {
            changes.add(change("/changes/" + i, members.get(i)));
        }
        if (root.has("exposure")) {
            members("/exposure", object("/exposure", root.path("exposure")), "changes");
        }
        members("", root, "report");
        return new SavedPlan(
                value("/topology", () -> TopologyName.of(string("", root, "topology"))),
                string("", root, "fingerprint"),
                options(object("/options", root.path("options"))),
                changes);
    }

    private static JsonNode parse(String text) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        try {
            return new ObjectMapper(factory)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            throw unreadable(
                    at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr(),
                    "is not readable as JSON, or holds a key twice, or is nested too deep");
        }
    }

    private static PlanOptions options(JsonNode node) {
        known("/options", node, OPTIONS);
        PlanOptions options = PlanOptions.STANDARD
                .adopt(addresses("/options", node, "adopt"))
                .removeData(addresses("/options", node, "removeData"));
        return bool("/options", node, "destroy") ? options.destroying() : options;
    }

    private static Change change(String at, JsonNode node) {
        known(at, object(at, node), CHANGE);
        List<Difference> differences = new ArrayList<>();
        for (JsonNode difference : members(at, node, "differences")) {
            known(at + "/differences", object(at + "/differences", difference), DIFFERENCE);
            differences.add(new Difference(
                    string(at + "/differences", difference, "attribute"),
                    optional(at + "/differences", difference, "before"),
                    optional(at + "/differences", difference, "after")));
        }
        List<String> consequences = new ArrayList<>();
        for (JsonNode consequence : members(at, node, "consequences")) {
            consequences.add(text(at + "/consequences", consequence));
        }
        members(at, node, "prepare");
        members(at, node, "steps");
        return new Change(
                value(at + "/address", () -> Address.parse(string(at, node, "address"))),
                value(at + "/server", () -> ServerName.of(string(at, node, "server"))),
                action(at, string(at, node, "action")),
                differences,
                string(at, node, "cause"),
                consequences,
                List.of(),
                List.of(),
                new TreeSet<>(List.of(addresses(at, node, "after"))),
                bool(at, node, "confirmed"));
    }

    private static Action action(String at, String verb) {
        for (Action action : Action.values()) {
            if (action.verb().equals(verb)) {
                return action;
            }
        }
        throw unreadable(at + "/action", "is no action: " + Shown.plain(verb));
    }

    private static Address[] addresses(String at, JsonNode node, String field) {
        List<Address> addresses = new ArrayList<>();
        for (JsonNode member : members(at, node, field)) {
            addresses.add(value(at + "/" + field, () -> Address.parse(text(at + "/" + field, member))));
        }
        return addresses.toArray(Address[]::new);
    }

    private static void known(String at, JsonNode node, Set<String> fields) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw unreadable(at + "/" + Shown.plain(name), "is not known in this format");
            }
        }
    }

    private static JsonNode object(String at, JsonNode node) {
        if (!node.isObject()) {
            throw unreadable(at, "is not an object");
        }
        return node;
    }

    private static List<JsonNode> members(String at, JsonNode node, String field) {
        JsonNode array = node.path(field);
        if (!array.isArray()) {
            throw unreadable(at + "/" + field, "is not a list");
        }
        List<JsonNode> members = new ArrayList<>(array.size());
        array.forEach(members::add);
        return members;
    }

    private static String string(String at, JsonNode node, String field) {
        return text(at + "/" + field, node.path(field));
    }

    private static Optional<String> optional(String at, JsonNode node, String field) {
        return node.has(field) ? Optional.of(string(at, node, field)) : Optional.empty();
    }

    private static String text(String at, JsonNode node) {
        if (!node.isTextual()) {
            throw unreadable(at, "is not a text");
        }
        return node.textValue();
    }

    private static boolean bool(String at, JsonNode node, String field) {
        if (!node.path(field).isBoolean()) {
            throw unreadable(at + "/" + field, "is neither true nor false");
        }
        return node.path(field).booleanValue();
    }

    private static <T> T value(String at, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidValueException e) {
            throw unreadable(at, "is not allowed. " + e.getMessage());
        }
    }

    private static UnreadablePlanException unreadable(String at, String why) {
        return failure(
                RuntimeCode.SAVED_PLAN_UNREADABLE,
                (at.isEmpty() ? "The saved plan " : "The saved plan's part " + at + " ") + why
                        + ". Make the plan again; saved plans are not meant to be edited.");
    }

    private static UnreadablePlanException failure(RuntimeCode code, String detail) {
        Address subject = new Address("plan", "saved");
        return new UnreadablePlanException(
                new Report(subject, List.of(new Diagnostic(code, subject, detail, List.of()))));
    }
}
