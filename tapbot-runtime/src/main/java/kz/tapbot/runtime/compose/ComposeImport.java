package kz.tapbot.runtime.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.runtime.compose.internal.read.EnvironmentFile;
import kz.tapbot.runtime.compose.internal.read.FileImport;
import kz.tapbot.runtime.compose.internal.source.JavaSource;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.internal.yaml.YamlException;
import kz.tapbot.runtime.compose.internal.yaml.YamlReader;
import kz.tapbot.runtime.compose.result.ComposeCode;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.compose.result.UnreadableComposeException;

/** Reads a Compose file into a topology of one server with plain containers, and into Java source that declares the same. */
public final class ComposeImport {

    /** The tag that the source names for an image that is not pinned in the file: no such image exists, so that none is applied by accident. */
    public static final String PIN_ME = "pin-me";

    private ComposeImport() {}

    /**
     * Imports a file. Nothing of it is dropped without a finding, and no password of it is in what is returned.
     *
     * @throws UnreadableComposeException if it is no YAML, or no Compose file at all
     */
    public static Imported of(ComposeFile file) {
        FileImport run = new FileImport(file, root(file));
        Topology topology = run.topology();
        JavaSource source = new JavaSource(topology, file.name(), run.marks());
        return new Imported(topology, source.className(), source.text(), run.findings());
    }

    /** The variables of a file {@code .env} as Compose reads it. */
    public static Map<String, String> variables(String text) {
        return EnvironmentFile.read(text);
    }

    private static Yaml.Fields root(ComposeFile file) {
        try {
            Optional<Yaml> read = YamlReader.read(file.bytes());
            if (read.isPresent() && read.get() instanceof Yaml.Fields fields) {
                return fields;
            }
            throw unreadable(
                    file,
                    ComposeCode.NOT_COMPOSE,
                    read.map(Yaml::line).orElse(1),
                    read.isEmpty()
                            ? "The file is empty."
                            : "A Compose file is a mapping with \"services:\", and something else stands there.",
                    "Give the file that docker compose is run with.");
        } catch (YamlException e) {
            throw unreadable(
                    file,
                    ComposeCode.NOT_YAML,
                    e.line(),
                    String.valueOf(e.getMessage()),
                    "Correct that line. What Compose itself makes of a file is shown by \"docker compose config\".");
        }
    }

    private static UnreadableComposeException unreadable(
            ComposeFile file, ComposeCode code, int line, String what, String advice) {
        Address address = new Address("file", file.name());
        Diagnostic found =
                new Diagnostic(code, address, what + "\n" + advice, List.of(DeclaredAt.at(file.name(), line)));
        return new UnreadableComposeException(new Report(address, List.of(found)));
    }
}
