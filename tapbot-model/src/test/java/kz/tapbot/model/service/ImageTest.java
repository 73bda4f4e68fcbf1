package kz.tapbot.model.service;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parts of a reference. */
class ImageTest {

    private record Parts(String name, String tag, String digest) {
        String reference() {
            return name + ":" + tag + (digest.isEmpty() ? "" : "@" + digest);
        }
    }

    @Property
    void the_parts_are_those_it_was_put_together_from(@ForAll("parts") Parts parts) {
        Image image = Image.of(parts.reference());

        assertThat(image.name()).isEqualTo(parts.name());
        assertThat(image.tag()).isEqualTo(parts.tag());
        assertThat(image.digest().orElse("")).isEqualTo(parts.digest());
        assertThat(image.withTag("9")).isEqualTo(Image.of(parts.name() + ":9"));
    }

    @Provide
    static Arbitrary<Parts> parts() {
        Arbitrary<String> word = Arbitraries.of("a", "bot", "x_y", "x__y", "x-y", "x.y", "0");
        Arbitrary<String> registry =
                Arbitraries.of("", "ghcr.io/", "localhost:5000/", "registry.example:443/", "10.0.0.1:1/");
        Arbitrary<String> path = word.list().ofMinSize(1).ofMaxSize(3).map(words -> String.join("/", words));
        Arbitrary<String> tag = Arbitraries.of("1", "v1.2", "1.4.2-alpine", "_x", "A-.");
        Arbitrary<String> digest = Arbitraries.of("", "sha256:" + "0f".repeat(32));
        return Combinators.combine(registry, path, tag, digest)
                .as((host, names, version, sum) -> new Parts(host + names, version, sum));
    }
}
