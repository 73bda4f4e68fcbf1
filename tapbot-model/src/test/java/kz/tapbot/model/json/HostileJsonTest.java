package kz.tapbot.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.fixture.Topologies;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading ends soon, with a result, in little memory. */
class HostileJsonTest {

    /** Far more than is needed: a hundredth of it is usual. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Property(tries = 1000)
    void any_damage_to_a_file_gives_a_result(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder json = new StringBuilder(TopologyJson.write(Topologies.any(seed, 2)));
        String wrong = "\"{}[],:0-1.eE\\nulltrefas\u0000\n\ud83d\u0430 ";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(json.length());
            switch (random.nextInt(3)) {
                case 0 -> json.setCharAt(at, wrong.charAt(random.nextInt(wrong.length())));
                case 1 -> json.delete(at, Math.min(json.length(), at + random.nextInt(20)));
                default -> json.insert(at, json.substring(at, Math.min(json.length(), at + 30)));
            }
        }
        expectPlainResult(json.toString().getBytes(UTF_8));
    }

    @Property(tries = 1000)
    void any_bytes_give_a_result(@ForAll byte[] bytes) {
        expectPlainResult(bytes);
    }

    private static void expectPlainResult(byte[] json) {
        ReadResult result = TopologyJson.read(json, "estate.json");
        assertThat(result.report().toString())
                .doesNotContainPattern("(?i)jackson|fasterxml|immutable|exception|java\\.[a-z]|kz\\.tapbot")
                .matches("(?s)[\\n -~\u2265]+");
    }

    @Test
    void aHundredFindingsAreEnough() {
        String many =
                IntStream.range(0, 300_000).mapToObj(i -> "\"f" + i + "\": 1").collect(Collectors.joining(","));
        ReadResult result = soon("{\"format\": 1, \"name\": \"shop\", " + many + "}");
        assertThat(result.report().diagnostics()).hasSize(101);
        assertThat(result.report().toString()).contains("The reading stopped after 100 findings. Mend these first.");
    }

    @Test
    void manyWrongValuesTakeNoTime() {
        ReadResult result = soon("{\"format\": 1, \"name\": \"shop\", \"servers\": [" + "{},".repeat(150_000) + "{}]}");
        assertThat(result.report().diagnostics()).hasSize(101);
    }

    @Test
    void keysMadeToCollideTakeNoTime() {
        // "Aa" and "BB" have one hash code, and so have all words made of them
        List<String> words = List.of("");
        for (int i = 0; i < 15; i++) {
            words = words.stream()
                    .flatMap(word -> List.of(word + "Aa", word + "BB").stream())
                    .toList();
        }
        String members = words.stream()
                .map(word -> "\"" + word + "\": {\"text\": \"x\"}")
                .collect(Collectors.joining(","));
        soon(
                "{\"format\": 1, \"name\": \"shop\", \"servers\": [{\"name\": \"data\", \"host\": \"203.0.113.20\", \"services\": [{"
                        + "\"name\": \"bot\", \"kind\": \"container\", \"image\": \"a:1\", \"environment\": {" + members
                        + "}}]}]}");
    }

    @Test
    void aLongTextIsReadOrRefusedSoon() {
        soon("{\"format\": 1, \"name\": \"" + "a".repeat(8_000_000) + "\"}");
        soon("{\"format\": 1, \"" + "a".repeat(8_000_000) + "\": 1}");
        soon("{\"format\": 1, \"name\": \"shop\", \"description\": \"" + "\\ud83d\\ude80".repeat(600_000) + "\"}");
    }

    @Test
    void aStreamWithoutEndIsLeftAlone() {
        AtomicLong taken = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken.incrementAndGet();
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                taken.addAndGet(length);
                Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                return length;
            }
        };
        ReadResult result = TopologyJson.read(endless, "zero");
        assertThat(result.report().diagnostics().get(0).code()).isEqualTo(ModelCode.JSON_TOO_LARGE);
        assertThat(taken.get()).isLessThanOrEqualTo(TopologyJson.MOST_BYTES + 1L);
    }

    @Test
    void tenThousandServicesAreReadSoon() {
        String json = TopologyJson.write(Topologies.large(10_000));
        assertThat(json.length()).isLessThan(TopologyJson.MOST_BYTES);
        assertThat(soon(json).orElseThrow()).isEqualTo(Topologies.large(10_000));
    }

    private static ReadResult soon(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Assertions.assertTimeout(SOON, () -> TopologyJson.read(bytes, "estate.json"));
    }
}
