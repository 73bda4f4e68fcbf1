package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Derives the JSON schema (draft 2020-12) from the forms by which Tapbot itself reads and writes. */
final class SchemaOfForms {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> definitions = new TreeMap<>();

    private SchemaOfForms() {}

    static String text() {
        SchemaOfForms schemas = new SchemaOfForms();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "https://tapbot.kz/schema/tapbot-topology-1.schema.json");
        root.put("title", "Tapbot topology, format 1");
        schemas.object(TopologyForm.TOPOLOGY, root, Map.of());
        root.put("$defs", schemas.definitions);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> of(Form<?> form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (form instanceof ObjectForm<?, ?> object) {
            define(object.title(), () -> object(object, new LinkedHashMap<>(), Map.of()));
            schema.put("$ref", "#/$defs/" + object.title());
        } else if (form instanceof ChoiceForm<?> choice) {
            define(choice.title(), () -> choice(choice));
            schema.put("$ref", "#/$defs/" + choice.title());
        } else if (form instanceof MappedForm<?, ?> mapped) {
            return of(mapped.inner());
        } else if (form instanceof ListForm<?> list) {
            schema.put("type", "array");
            schema.put("items", of(list.item()));
            if (list.isSet()) {
                schema.put("uniqueItems", true);
            }
        } else if (form instanceof MapForm<?> map) {
            schema.put("type", "object");
            schema.put("additionalProperties", of(map.value()));
        } else if (form instanceof WordForm<?> word) {
            schema.put("enum", word.words());
        } else if (form instanceof TextForm<?> text) {
            schema.put("type", "string");
            text.pattern().ifPresent(pattern -> schema.put("pattern", pattern));
        } else {
            schema.put(
                    "type",
                    switch (form.due()) {
                        case "a whole number" -> "integer";
                        case "a number" -> "number";
                        default -> "boolean";
                    });
        }
        return schema;
    }

    private void define(String title, Supplier<Map<String, Object>> definition) {
        if (!definitions.containsKey(title)) {
            definitions.put(title, Map.of());
            definitions.put(title, definition.get());
        }
    }

    private <T, B> Map<String, Object> object(
            ObjectForm<T, B> form, Map<String, Object> schema, Map<String, Object> constants) {
        schema.put("description", form.description());
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>(constants.keySet());
        constants.forEach((key, value) -> properties.put(key, Map.of("const", value)));
        for (Field<T, B, ?> field : form.fields()) {
            properties.put(field.name(), property(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private <T, B, V> Map<String, Object> property(Field<T, B, V> field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", field.description());
        property.putAll(field.name().equals("format") ? Map.of("const", TopologyForm.FORMAT) : of(field.form()));
        field.standard().ifPresent(standard -> property.put("default", json(field.form(), standard)));
        return property;
    }

    private Map<String, Object> choice(ChoiceForm<?> choice) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", choice.description());
        List<Object> variants = new ArrayList<>();
        choice.variants()
                .forEach((word, variant) ->
                        variants.add(object(variant.form(), new LinkedHashMap<>(), Map.of(choice.key(), word))));
        schema.put("oneOf", variants);
        return schema;
    }

    private static <V> Object json(Form<V> form, V value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.setPrettyPrinter(new Layout());
            form.write(value, out);
            out.flush();
            return MAPPER.readTree(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
