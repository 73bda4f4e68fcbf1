package kz.tapbot.runtime.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.plan.PlanOptions;

/**
 * What is kept of a plan between {@code plan --out} and {@code apply FILE}. The operations are not read back: they are planned anew, and done
 * only if the fingerprint is the same. So a file that somebody has changed can bring nothing about that would not be planned anyway.
 *
 * @param topology the name of the topology it was made for
 * @param fingerprint of what shall be and what was found
 * @param options the options it was made with
 */
record PlanDocument(String topology, String fingerprint, PlanOptions options) {

    private static final String HINT = "Make one with: plan --out FILE";

    /**
     * Reads a file.
     *
     * @throws UsageException if it is none that was saved
     */
    static PlanDocument read(String file) {
        byte[] bytes = TopologyFile.bytes("plan", file, HINT);
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        try (JsonParser json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(bytes)) {
            read(json, texts, lists);
            return of(file, texts, lists);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static void read(JsonParser json, Map<String, String> texts, Map<String, List<String>> lists)
            throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY && (name.equals("adopt") || name.equals("removeData"))) {
                List<String> members = new ArrayList<>();
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    members.add(json.getText());
                }
                lists.put(name, members);
            } else if (token.isScalarValue()) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private static PlanDocument of(String file, Map<String, String> texts, Map<String, List<String>> lists) {
        String format = texts.getOrDefault("format", "");
        if (!format.equals(Integer.toString(Invocation.FORMAT))
                || !texts.containsKey("topology")
                || !texts.containsKey("fingerprint")) {
            throw unreadable(file);
        }
        try {
            PlanOptions options = PlanVerb.options(
                    addresses(lists.getOrDefault("adopt", List.of())),
                    addresses(lists.getOrDefault("removeData", List.of())));
            return new PlanDocument(texts.getOrDefault("topology", ""), texts.getOrDefault("fingerprint", ""), options);
        } catch (InvalidValueException e) {
            throw unreadable(file);
        }
    }

    private static Set<Address> addresses(Collection<String> texts) {
        Set<Address> addresses = new TreeSet<>();
        texts.forEach(text -> addresses.add(Address.parse(text)));
        return addresses;
    }

    private static UsageException unreadable(String file) {
        return new UsageException("The file " + Shown.of(file) + " is no plan that this version has saved.", HINT);
    }
}
