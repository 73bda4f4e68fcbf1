package kz.tapbot.runtime.lower;

import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.Resource;

/** Shows resources as text: address, attributes below, and what is required. */
final class Listing {

    private static final Fingerprints PLAIN = new Fingerprints() {
        @Override
        public String of(Content content) {
            return content.redacted().replace("\n", "|");
        }

        @Override
        public String of(EnvironmentValue value) {
            return value.text().orElseGet(() -> "secret " + value.secret().orElseThrow());
        }
    };

    private Listing() {}

    /** The addresses alone, in their order. */
    static List<String> addresses(Topology topology) {
        return Lowering.lower(topology).stream()
                .map(resource -> resource.address().toString())
                .toList();
    }

    /** The resources whose address begins so. */
    static String of(Topology topology, String prefix) {
        return Lowering.lower(topology).stream()
                .filter(resource -> resource.address().toString().startsWith(prefix))
                .map(Listing::text)
                .collect(Collectors.joining());
    }

    private static String text(Resource resource) {
        StringBuilder out = new StringBuilder(resource.address() + "\n");
        resource.attributes(PLAIN)
                .forEach((name, value) ->
                        out.append("  ").append(name).append(": ").append(value).append('\n'));
        resource.requires()
                .forEach(address -> out.append("  after ").append(address).append('\n'));
        return out.toString();
    }
}
