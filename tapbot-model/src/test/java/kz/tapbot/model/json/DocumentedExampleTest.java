package kz.tapbot.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentedExampleTest {

    @Test
    void theExampleInTheDocumentationIsReadAndWrittenAsItStandsThere() throws IOException {
        String page = Files.readString(Path.of("../docs/json.md"));
        int start = page.indexOf("```json\n") + 8;
        String example = page.substring(start, page.indexOf("```", start));
        ReadResult result = TopologyJson.read(example.getBytes(UTF_8), "json.md");
        assertThat(TopologyJson.write(result.orElseThrow())).isEqualTo(example);
    }
}
