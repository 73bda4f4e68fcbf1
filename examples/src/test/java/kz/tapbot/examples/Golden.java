package kz.tapbot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept beside the tests, and rewritten with {@code -Dtapbot.update=true}. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Holds a text against the kept one. */
    public static void assertSame(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("tapbot.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text + "\n");
        }
        assertThat(text + "\n").as(file.toString()).isEqualTo(Files.readString(file));
    }
}
