package kz.tapbot.runtime.host.internal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.tapbot.runtime.contract.KnownContents;
import org.junit.jupiter.api.Test;

class FileReadingTest {

    @Test
    void what_a_server_says_of_a_file_that_is_no_base64_is_another_content_and_no_mistake_of_ours() {
        assertThat(FileReading.file("file 644 0\nAAAAA", Optional.empty(), Optional.empty(), new KnownContents()))
                .hasValueSatisfying(seen -> assertThat(seen)
                        .containsEntry("content", "(what the server says of it is damaged)")
                        .containsEntry("mode", "0644"));
    }
}
