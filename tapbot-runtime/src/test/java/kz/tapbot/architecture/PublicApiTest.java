package kz.tapbot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the public signatures with {@code docs/api}, so that a change of the API shows in review. Run with
 * {@code -Dtapbot.update=true} to write the files anew.
 */
class PublicApiTest {

    @ParameterizedTest
    @EnumSource(
            value = Module.class,
            names = {"MODEL", "DSL", "RUNTIME"})
    void theListingIsUpToDate(Module module) throws IOException {
        Path file = Module.root().resolve("docs/api").resolve(module.name().toLowerCase(Locale.ROOT) + ".txt");
        String listing = ApiListing.of(module.publicTypes());
        if (Boolean.getBoolean("tapbot.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, listing);
        }
        if (Files.exists(file)) {
            assertThat(listing)
                    .as("public API of %s; if the change is meant, run with -Dtapbot.update=true", module)
                    .isEqualTo(Files.readString(file));
        }
    }
}
