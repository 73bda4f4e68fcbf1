package kz.tapbot.runtime.compose.internal.write;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.secret.SourceKind;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.runtime.compose.internal.yaml.Block;

/** The files that stand beside a Compose file, and the secrets that are named and never written. */
final class ServiceFiles {

    /**
     * A file.
     *
     * @param text what is in it
     * @param mode its permissions
     */
    record Written(String text, FileMode mode) {}

    private final Map<SecretName, SecretDeclaration> declared;
    private final SortedMap<String, Written> files = new TreeMap<>();
    private final SortedMap<String, SecretName> variables = new TreeMap<>();
    private final SortedMap<String, String> secretFiles = new TreeMap<>();
    private final SortedMap<String, String> sources = new TreeMap<>();

    ServiceFiles(Map<SecretName, SecretDeclaration> declared) {
        this.declared = declared;
    }

    /** A file without secrets; returns where Compose finds it. */
    String plain(Service service, ContainerFile file) {
        String path = "files/" + service.name() + file.path();
        StringBuilder text = new StringBuilder();
        file.content().parts().forEach(part -> part.text().ifPresent(text::append));
        files.put(path, new Written(text.toString(), file.mode()));
        return "./" + path;
    }

    /** A file with secrets in it, as a secret of Compose; returns its name there. */
    String secret(Service service, ContainerFile file) {
        if (file.content().parts().size() == 1) {
            ContentPart only = file.content().parts().get(0);
            if (only.encoding().filter(SecretEncoding.RAW::equals).isPresent()) {
                SecretName name = only.secret().orElseThrow();
                return source(name.value(), "secrets/" + name, "the value of secret " + name + from(name));
            }
        }
        String path = "secrets/" + service.name() + file.path();
        String template = path + ".template";
        files.put(template, new Written(file.content().redacted(), FileMode.ALL_READ));
        String name = (service.name() + file.path().value()).replaceAll("[^A-Za-z0-9]+", "-");
        return source(name, path, "made from " + template + " with its secrets filled in");
    }

    private String source(String name, String path, String what) {
        sources.put(name, "./" + path);
        secretFiles.put(path, what);
        return name;
    }

    private String from(SecretName name) {
        SecretDeclaration declaration = declared.get(name);
        return declaration != null && declaration.source().kind() == SourceKind.GENERATED
                ? " (generated; ask the running server for it)"
                : "";
    }

    /** A secret in a variable: what Compose replaces by the value at the time, refusing to start without it. */
    String variable(SecretName secret) {
        SecretDeclaration declaration = declared.get(secret);
        String name = declaration != null && declaration.source().kind() == SourceKind.ENVIRONMENT
                ? declaration.source().arguments().get(0)
                : secret.value().toUpperCase(Locale.ROOT).replace('-', '_');
        variables.put(name, secret);
        return "${" + name + ":?secret " + secret + "}";
    }

    SortedMap<String, Written> files() {
        return files;
    }

    SortedMap<String, SecretName> variables() {
        return variables;
    }

    SortedMap<String, String> secretFiles() {
        return secretFiles;
    }

    Block secretSources() {
        Block all = new Block();
        sources.forEach((name, path) -> all.put(name, new Block().put("file", path)));
        return all;
    }
}
