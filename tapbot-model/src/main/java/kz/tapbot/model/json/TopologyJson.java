package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.tapbot.model.Topology;

/**
 * The JSON form of a topology (RFC 8259), format version 1: written in one way only, so that equal topologies are equal bytes, and
 * read strictly, so that nothing in a file is passed over. See {@code docs/json.md} and the {@linkplain #schema() schema}.
 *
 * <p>Safe for use by several threads at once.
 */
public final class TopologyJson {

    /** The version of the format that is written and read. */
    public static final int FORMAT = TopologyForm.FORMAT;

    /** The most bytes that a file may have: 8 MiB. */
    public static final int MOST_BYTES = JsonText.MOST_BYTES;

    private static final String SCHEMA = "tapbot-topology-1.schema.json";

    private TopologyJson() {}

    /**
     * Writes a topology. The text has the format version first, then the fields in the order of the model; what is empty or has its
     * usual value is left out; lines end in a line feed, the last one too. Source places are not written.
     */
    public static String write(Topology topology) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.setPrettyPrinter(new Layout());
            TopologyForm.TOPOLOGY.write(topology, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /**
     * Reads a topology. Never throws for what the bytes hold: everything that is wrong is in the result, each finding with its line.
     * The places of what was read are lines of the file.
     *
     * @param json the bytes of the file
     * @param sourceName the file's name, for messages
     */
    public static ReadResult read(byte[] json, String sourceName) {
        return read(json, new Reading(sourceName));
    }

    /**
     * Reads a topology to the end of a stream, which stays open. A stream that cannot be read is a finding too; no more than
     * {@value #MOST_BYTES} bytes and one are taken from it.
     *
     * @param json the stream
     * @param sourceName the file's name, for messages
     */
    public static ReadResult read(InputStream json, String sourceName) {
        Reading reading = new Reading(sourceName);
        return JsonText.bytes(json, reading)
                .map(bytes -> read(bytes, reading))
                .orElseGet(() -> new ReadResult(Optional.empty(), reading.report()));
    }

    private static ReadResult read(byte[] json, Reading reading) {
        Optional<Topology> topology = JsonText.decode(json, reading)
                .flatMap(text -> TreeReader.read(text, reading))
                .filter(root -> TopologyForm.isOurs(root, reading))
                .flatMap(root -> Optional.ofNullable(TopologyForm.TOPOLOGY.read(root, reading)))
                .filter(value -> reading.clean());
        return new ReadResult(topology, reading.report());
    }

    /** The JSON schema (draft 2020-12) of the format, for editors and other tools. */
    public static String schema() {
        try (InputStream in = TopologyJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the schema is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
