package kz.tapbot.runtime.compose.internal.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one document from the parser's events, with every bound checked while it is read. */
public final class YamlReader {

    /** The most bytes that are read: a thousand times what people write. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_DEPTH = 40;
    private static final int MOST_VALUES = 100_000;
    private static final String STRING_TAG = "tag:yaml.org,2002:str";

    private final Iterator<Event> events;
    private final Map<Anchor, Yaml> anchors = new HashMap<>();
    private int depth;

    private YamlReader(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(MOST_BYTES)
                .build();
        events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * The document of a file in UTF-8; nothing if there is none in it.
     *
     * @throws YamlException if it cannot be read
     */
    public static Optional<Yaml> read(byte[] bytes) throws YamlException {
        if (bytes.length > MOST_BYTES) {
            throw new YamlException(1, "The file has more than " + (MOST_BYTES >> 20) + " MiB.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new YamlReader(text).document();
        } catch (CharacterCodingException e) {
            throw new YamlException(1, "The file is not in UTF-8.");
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
            throw new YamlException(line, sentence(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new YamlException(1, "The file cannot be read as YAML 1.2.");
        }
    }

    /** What the parser complains of names characters of the file; none is shown that steers a terminal. */
    private static String sentence(String problem) {
        StringBuilder out = new StringBuilder("The parser says: ");
        problem.chars().limit(200).forEach(c -> out.append(c >= ' ' && c < 0x7f ? (char) c : ' '));
        return out.append('.').toString();
    }

    private Optional<Yaml> document() throws YamlException {
        Optional<Yaml> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root.isPresent()) {
                throw new YamlException(line(event), "A second document begins here; a file has one.");
            }
            if (event instanceof NodeEvent node) {
                root = Optional.of(value(node));
            }
        }
        return root;
    }

    private Yaml value(NodeEvent event) throws YamlException {
        if (event instanceof AliasEvent) {
            Yaml named = anchors.get(event.getAnchor().orElseThrow());
            if (named == null) {
                throw new YamlException(
                        line(event), "The alias *" + shown(event) + " stands before or inside what it names.");
            }
            return named;
        }
        if (++depth > MOST_DEPTH) {
            throw new YamlException(line(event), "Values are nested more than " + MOST_DEPTH + " deep.");
        }
        Yaml made;
        if (event instanceof ScalarEvent scalar) {
            made = scalar(scalar);
        } else if (event instanceof SequenceStartEvent sequence) {
            made = items(sequence);
        } else {
            made = fields((MappingStartEvent) event);
        }
        depth--;
        if (made.size() > MOST_VALUES) {
            throw new YamlException(
                    line(event), "With what its aliases name it holds more than " + MOST_VALUES + " values.");
        }
        Yaml named = made;
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, named));
        return made;
    }

    private static Yaml scalar(ScalarEvent event) throws YamlException {
        boolean text = event.getTag().filter(STRING_TAG::equals).isPresent();
        refuseTag(event, event.getTag().filter(tag -> !tag.startsWith("tag:yaml.org,2002:")));
        return new Yaml.Scalar(event.getValue(), event.isPlain() && !text, line(event));
    }

    private static void refuseTag(Event event, Optional<String> tag) throws YamlException {
        if (tag.isPresent()) {
            throw new YamlException(line(event), "A tag of its own stands here, such as !reset; no such tag is read.");
        }
    }

    private Yaml items(SequenceStartEvent start) throws YamlException {
        refuseTag(start, start.getTag().filter(tag -> !tag.startsWith("tag:yaml.org,2002:")));
        List<Yaml> all = new ArrayList<>();
        long size = 1;
        for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
            Yaml item = value(node);
            size += item.size();
            bound(event, size);
            all.add(item);
        }
        return new Yaml.Items(all, line(start), size);
    }

    private static void bound(Event event, long size) throws YamlException {
        if (size > MOST_VALUES) {
            throw new YamlException(
                    line(event), "With what its aliases name the file holds more than " + MOST_VALUES + " values.");
        }
    }

    private Yaml fields(MappingStartEvent start) throws YamlException {
        refuseTag(start, start.getTag().filter(tag -> !tag.startsWith("tag:yaml.org,2002:")));
        Map<String, Yaml.Field> own = new LinkedHashMap<>();
        List<Yaml.Fields> merged = new ArrayList<>();
        long size = 1;
        for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
            if (!(value(node) instanceof Yaml.Scalar key)) {
                throw new YamlException(line(event), "A key is a text, not a list or a mapping.");
            }
            Yaml value = value((NodeEvent) events.next());
            size += 1 + value.size();
            bound(event, size);
            if (key.plain() && key.text().equals("<<")) {
                merge(value, line(event), merged);
            } else {
                Yaml.Field before = own.put(key.text(), new Yaml.Field(value, line(event)));
                if (before != null) {
                    throw new YamlException(
                            line(event),
                            "The key " + shown(key.text()) + " stands in line " + before.line() + " already.");
                }
            }
        }
        for (Yaml.Fields source : merged) {
            source.all().forEach(own::putIfAbsent);
        }
        return new Yaml.Fields(own, line(start), size);
    }

    /** The key {@code <<} (YAML 1.1, "Merge Key"), which Compose files are full of. */
    private static void merge(Yaml value, int line, List<Yaml.Fields> merged) throws YamlException {
        List<Yaml> sources = value instanceof Yaml.Items items ? items.all() : List.of(value);
        for (Yaml source : sources) {
            if (!(source instanceof Yaml.Fields fields)) {
                throw new YamlException(line, "The key << takes a mapping or a list of mappings.");
            }
            merged.add(fields);
        }
    }

    private static String shown(NodeEvent event) {
        return event.getAnchor().map(anchor -> shown(anchor.getValue())).orElse("");
    }

    private static String shown(String text) {
        return kz.tapbot.model.value.InvalidValueException.show(text);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
