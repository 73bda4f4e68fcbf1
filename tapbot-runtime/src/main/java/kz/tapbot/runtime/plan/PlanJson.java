package kz.tapbot.runtime.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.operation.Operation;

/**
 * The JSON form of plans, {@code docs/schema/tapbot-plan-1.schema.json}: for other tools to read, and to save a plan that is applied
 * later. A saved plan is made anew before it is applied, and refused if its fingerprint is then another one. Never holds a secret.
 */
public final class PlanJson {

    /** The version of the format. It changes when something that a reader relies on does. */
    public static final int FORMAT = 1;

    private PlanJson() {}

    /**
     * Writes a plan, indented, with a line break at its end.
     *
     * @param plan the plan
     * @param options what it was made with, so that it can be made again
     */
    public static String write(Plan plan, PlanOptions options) {
        StringWriter out = new StringWriter(4096);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("topology", plan.topology().value());
            json.writeStringField("fingerprint", plan.fingerprint());
            options(json, options);
            json.writeStringField("summary", PlanText.summary(plan));
            json.writeArrayFieldStart("changes");
            for (Change change : plan.changes()) {
                change(json, change);
            }
            json.writeEndArray();
            if (plan.exposure().isPresent()) {
                exposure(json, plan.exposure().get());
            }
            json.writeArrayFieldStart("report");
            for (Diagnostic diagnostic : plan.report().diagnostics()) {
                diagnostic(json, diagnostic);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    /**
     * Reads a plan that was saved.
     *
     * @throws UnreadablePlanException if the text is no plan, or of a format that this version does not read
     */
    public static SavedPlan read(String text) {
        return new PlanReading().read(text);
    }

    /**
     * Whether a text says what {@link #write} says of this plan. Findings do not count: the lines of code that they name move, and nothing is done by them.
     */
    public static boolean isAsWritten(String text, Plan plan, PlanOptions options) {
        String written = write(plan, options);
        return text.startsWith(written.substring(0, written.lastIndexOf("\"report\" : [")));
    }

    private static void options(JsonGenerator json, PlanOptions options) throws IOException {
        json.writeObjectFieldStart("options");
        strings(json, "adopt", options.adopt());
        json.writeBooleanField("destroy", options.isDestroy());
        strings(json, "removeData", options.removeData());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", change.address().toString());
        json.writeStringField("server", change.server().value());
        json.writeStringField("action", change.action().verb());
        json.writeStringField("cause", change.cause());
        json.writeArrayFieldStart("differences");
        for (Difference difference : change.differences()) {
            json.writeStartObject();
            json.writeStringField("attribute", difference.attribute());
            if (difference.before().isPresent()) {
                json.writeStringField("before", difference.before().get());
            }
            if (difference.after().isPresent()) {
                json.writeStringField("after", difference.after().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "consequences", change.consequences());
        strings(json, "prepare", change.prepare());
        json.writeArrayFieldStart("steps");
        for (Step step : change.steps()) {
            json.writeStartObject();
            json.writeStringField("operation", step.operation().toString());
            if (step.undo().isPresent()) {
                Operation undo = step.undo().get();
                json.writeStringField("undo", undo.toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "after", change.after());
        json.writeBooleanField("confirmed", change.confirmed());
        json.writeEndObject();
    }

    private static void exposure(JsonGenerator json, ExposureChanges exposure) throws IOException {
        json.writeObjectFieldStart("exposure");
        strings(json, "unknown", exposure.unknown());
        json.writeArrayFieldStart("changes");
        for (ExposureChanges.One one : exposure.changes()) {
            json.writeStartObject();
            json.writeStringField("effect", one.effect().word());
            json.writeStringField("server", one.server().value());
            json.writeStringField("at", one.at());
            json.writeStringField("leadsTo", one.leadsTo().toString());
            json.writeStringField("from", one.from());
            json.writeBooleanField("login", one.login());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void diagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", diagnostic.code().id());
        json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("summary", diagnostic.summary());
        Address address = diagnostic.address();
        json.writeStringField("address", address.toString());
        json.writeStringField("detail", diagnostic.detail());
        strings(json, "places", diagnostic.places());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Collection<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }
}
