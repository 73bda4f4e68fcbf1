package kz.tapbot.runtime.compose;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.compose.result.UnreadableComposeException;

/** Compose files of tests, at /srv/shop, with nothing around them but what is said. */
final class ComposeText {

    private ComposeText() {}

    static ComposeFile file(String text, Map<String, String> environment) {
        return file(text.getBytes(StandardCharsets.UTF_8), environment, Map.of());
    }

    static ComposeFile file(byte[] bytes, Map<String, String> environment, Map<String, String> beside) {
        return new ComposeFile(
                "compose.yaml",
                bytes,
                "/srv/shop",
                Optional.empty(),
                Optional.of(HostAddress.of("203.0.113.10")),
                name -> Optional.ofNullable(environment.get(name)),
                path -> Optional.ofNullable(beside.get(path)));
    }

    static Imported imported(String text) {
        return ComposeImport.of(file(text, Map.of()));
    }

    /** What is found in the file alone, one line each: code, line of the file, and the first sentence. */
    static String findings(String text) {
        try {
            return findings(imported(text));
        } catch (UnreadableComposeException e) {
            return e.report().diagnostics().stream().map(ComposeText::line).collect(Collectors.joining("\n"));
        }
    }

    static String findings(Imported imported) {
        return imported.findings().stream().map(ComposeText::line).collect(Collectors.joining("\n"));
    }

    private static String line(Diagnostic found) {
        return found.code().id() + " " + found.places().get(0).at().line() + " "
                + found.detail().lines().findFirst().orElse("");
    }
}
