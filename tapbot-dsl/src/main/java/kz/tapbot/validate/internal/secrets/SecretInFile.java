package kz.tapbot.validate.internal.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2704 and TB2705: a line of a file that sets one of a few unmistakable keys to literal text. */
final class SecretInFile implements ServiceCheck {

    private static final Set<String> KEYS = Set.of(
            "password",
            "passwd",
            "requirepass",
            "masterauth",
            "api_key",
            "api-key",
            "apikey",
            "secret_key",
            "secretkey",
            "secret",
            "token",
            "bot_token",
            "private_key",
            "encryption_key",
            "admin_password",
            "smtp_auth_password");

    private static final Set<String> NO_SECRET = Set.of("true", "false", "yes", "no", "null", "none", "required");

    /** What {@link #found} gives for a text that everybody knows; no key is so called. */
    private static final String KNOWN = " ";

    private static final String PRIVATE_KEY = "holds a private key";

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (ContainerFile file : entry.service().files()) {
            String found = found(file.content());
            if (!found.isEmpty()) {
                tell(findings, entry.at("files." + file.path()), file.path().value(), found);
            }
        }
    }

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            for (HostService service : server.hostServices()) {
                for (HostFile file : service.files()) {
                    String found = found(file.content());
                    if (!found.isEmpty()) {
                        Address address = Address.on(
                                server.name(), "host-service", service.name().value());
                        Subject said = Subject.of(address, service.places(), "files." + file.path());
                        tell(findings, said, file.path().value(), found);
                    }
                }
            }
        }
    }

    /** The first key that is set to literal text, or {@link #KNOWN}; empty if there is neither. */
    private static String found(Content content) {
        List<ContentPart> parts = content.parts();
        for (int i = 0; i < parts.size(); i++) {
            String text = parts.get(i).text().orElse("");
            String key = SecretValues.isPublic(text) ? KNOWN : keyOfLiteral(text, i + 1 < parts.size());
            if (!key.isEmpty()) {
                return key;
            }
        }
        return "";
    }

    /**
     * The first key that is set to literal text; empty if there is none.
     *
     * @param goesOn whether the last line goes on with a secret
     */
    private static String keyOfLiteral(String text, boolean goesOn) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0 && goesOn) {
                return "";
            }
            String line = text.substring(start, end < 0 ? text.length() : end).strip();
            if (SecretValues.isPrivateKey(line)) {
                return PRIVATE_KEY;
            }
            String key = key(line);
            if (KEYS.contains(key) && isLiteral(value(line))) {
                return key;
            }
            start = end < 0 ? text.length() : end + 1;
        }
        return "";
    }

    private static String key(String line) {
        int end = separator(line);
        return end < 0 ? "" : unquoted(line.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static String value(String line) {
        String value = line.substring(separator(line) + 1).strip();
        boolean doubled = value.startsWith("=") || value.startsWith(":");
        return unquoted(doubled ? value.substring(1) : value);
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (" \t:=".indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String text) {
        String plain = text.strip();
        if (plain.endsWith(",")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        boolean quoted = plain.length() >= 2
                && (plain.charAt(0) == '"' || plain.charAt(0) == '\'')
                && plain.charAt(0) == plain.charAt(plain.length() - 1);
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }

    private static boolean isLiteral(String value) {
        return value.length() >= 4
                && value.indexOf(' ') < 0
                && "/<{[|>&*#".indexOf(value.charAt(0)) < 0
                && !value.contains("${")
                && !SecretValues.isReference(value)
                && !NO_SECRET.contains(value.toLowerCase(Locale.ROOT));
    }

    private static void tell(Findings findings, Subject said, String path, String key) {
        if (key.equals(KNOWN)) {
            Known.tell(findings, said, "its file " + path);
            return;
        }
        findings.add(
                TopologyCode.SECRET_IN_FILE,
                said,
                """
                The file {} of {} {}.
                If it is a secret, it is in the source and its history, for everybody who reads these.
                Put a place for the secret there, which is filled on the server only:
                    Secret.generated("file-password")
                """,
                path,
                said,
                key.equals(PRIVATE_KEY) ? key : "sets " + key + " to literal text");
    }
}
