package kz.tapbot.runtime.secret;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.secret.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * The values of a topology's secrets during one run: each read once, when it is first needed, and wiped in the end. Safe to use from several
 * threads.
 */
public final class RunSecrets implements AutoCloseable {

    /** How long a command may take to give a secret. */
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    private final Map<SecretName, SecretDeclaration> declared = new HashMap<>();
    private final Map<SecretName, SecretValue> values = new HashMap<>();
    private final Map<SecretName, Diagnostic> problems = new HashMap<>();
    private final Address subject;
    private final SecretUses uses;
    private final SecretReader reader;
    private final byte[] clashKey = new byte[16];

    /** The secrets of a topology that are used, read from their sources. */
    public RunSecrets(Topology topology, SecretUses uses, Function<String, @Nullable String> environment) {
        topology.secrets().forEach(secret -> declared.put(secret.name(), secret));
        this.subject = topology.address();
        this.uses = uses;
        this.reader = new SecretReader(environment, new SecretCommand(COMMAND_LIMIT));
        new SecureRandom().nextBytes(clashKey);
    }

    /** Reads what costs nothing to read, so that a plan can tell what is missing. */
    public synchronized void readWhatIsAtHand() {
        for (SecretName name : uses.names()) {
            SourceKind kind = kind(name);
            if (kind == SourceKind.ENVIRONMENT || kind == SourceKind.FILE) {
                value(name);
            }
        }
    }

    /**
     * Reads everything that is used.
     *
     * @throws SecretUnavailableException with all that have no usable value
     */
    public synchronized void readAll() {
        uses.names().forEach(this::value);
        refuseEqual();
        if (!problems.isEmpty()) {
            throw new SecretUnavailableException(new Report(subject, List.copyOf(problems.values())));
        }
    }

    /** What a plan should tell: values that are not there as notes, values that must not be used as errors. */
    public synchronized List<Diagnostic> findings() {
        List<Diagnostic> all = new ArrayList<>();
        for (Diagnostic problem : problems.values()) {
            boolean absent = problem.code() == SecretCode.MISSING
                    || problem.code() == SecretCode.BAD_FILE
                    || problem.code() == SecretCode.BAD_COMMAND;
            all.add(absent ? asNote(problem) : problem);
        }
        return all;
    }

    /** The value of a secret; empty if it is still to be generated, or not usable. */
    synchronized Optional<SecretValue> value(SecretName name) {
        if (!values.containsKey(name) && !problems.containsKey(name) && kind(name) != SourceKind.GENERATED) {
            read(name);
        }
        return Optional.ofNullable(values.get(name));
    }

    /** Whether a secret was asked for and has no usable value. */
    synchronized boolean isUnavailable(SecretName name) {
        return problems.containsKey(name);
    }

    /** Why a secret has no usable value, behind a sentence that says so; nothing if nobody has looked for it. */
    synchronized String why(SecretName name) {
        Diagnostic problem = problems.get(name);
        return problem == null ? "" : " " + problem.detail();
    }

    synchronized boolean isGenerated(SecretName name) {
        return kind(name) == SourceKind.GENERATED;
    }

    SecretUses uses() {
        return uses;
    }

    synchronized void settle(SecretName name, SecretValue value) {
        values.put(name, value);
    }

    synchronized void problem(SecretName name, SecretCode code, String detail) {
        SecretDeclaration declaration = declared.get(name);
        List<DeclaredAt> places = declaration == null
                ? List.of()
                : declaration.places().declaration().map(List::of).orElse(List.of());
        problems.put(name, new Diagnostic(code, Address.of("secret", name), detail, places));
    }

    /** What something on a server said, made safe to show, without the values of secrets that are known here. */
    public synchronized String concealed(String text) {
        String concealed = text;
        for (Map.Entry<SecretName, SecretValue> secret : values.entrySet()) {
            concealed = Concealing.conceal(concealed, secret.getKey().toString(), secret.getValue());
        }
        return concealed;
    }

    /** Wipes every value. */
    @Override
    public synchronized void close() {
        values.values().forEach(SecretValue::wipe);
        values.clear();
        Arrays.fill(clashKey, (byte) 0);
    }

    private @Nullable SourceKind kind(SecretName name) {
        SecretDeclaration declaration = declared.get(name);
        return declaration == null ? null : declaration.source().kind();
    }

    private void read(SecretName name) {
        SecretDeclaration declaration = declared.get(name);
        if (declaration == null) {
            problem(name, SecretCode.MISSING, "It is used, but not declared. Declare where its value comes from.");
            return;
        }
        try {
            SecretValue value = reader.read(declaration.source());
            SecretStrength.check(name, value);
            checkWritable(name, value);
            values.put(name, value);
        } catch (Unusable e) {
            problem(name, e.code(), e.detail());
        }
    }

    private void checkWritable(SecretName name, SecretValue value) throws Unusable {
        if (value.length() > SecretReader.MOST) {
            throw new Unusable(
                    SecretCode.BAD_VALUE,
                    "It has more than 65536 characters, which no key or password has. Look at where it is read from.");
        }
        if (uses.isWrittenIntoLine(name) && (has(value, '\n') || has(value, '\r'))) {
            throw new Unusable(
                    SecretCode.BAD_VALUE,
                    "It holds a line break, and is written into a line of a file, which would end there and let the"
                            + " rest of the value be read as a setting. Take the line break out; only the one at the end"
                            + " of a file or of a command's output is left away by itself.");
        }
        if (has(value, '\0')) {
            throw new Unusable(
                    SecretCode.BAD_VALUE,
                    "It holds a NUL character, which no program can be given. Encode it in base64.");
        }
        if (uses.isWritten(name, SecretEncoding.BCRYPT)) {
            byte[] bytes = value.bytes();
            Arrays.fill(bytes, (byte) 0);
            if (bytes.length > PasswordHashes.MOST_BYTES) {
                throw new Unusable(
                        SecretCode.BAD_VALUE,
                        "It is used as a bcrypt hash, which looks at the first " + PasswordHashes.MOST_BYTES
                                + " bytes only, and it is longer. Make a shorter one.");
            }
        }
    }

    private static boolean has(SecretValue value, char character) {
        for (int i = 0; i < value.length(); i++) {
            if (value.at(i) == character) {
                return true;
            }
        }
        return false;
    }

    private void refuseEqual() {
        Map<String, SecretName> seen = new HashMap<>();
        for (SecretName name : uses.names()) {
            SecretValue value = values.get(name);
            if (value == null) {
                continue;
            }
            byte[] bytes = value.bytes();
            SecretName other = seen.putIfAbsent(KeyedHash.text(KeyedHash.keyed(clashKey, "equal", bytes)), name);
            Arrays.fill(bytes, (byte) 0);
            if (other != null && !source(name).equals(source(other))) {
                problem(
                        name,
                        SecretCode.WEAK,
                        "It has the same value as the secret \"" + other
                                + "\", so that whoever learns one has both. Make a new one for each use.");
            }
        }
    }

    private Object source(SecretName name) {
        SecretDeclaration declaration = declared.get(name);
        return declaration == null ? name : declaration.source();
    }

    private static Diagnostic asNote(Diagnostic problem) {
        if (problem.severity() != Severity.ERROR) {
            return problem;
        }
        return new Diagnostic(
                SecretCode.NOT_COMPARED,
                problem.address(),
                problem.detail()
                        + "\nWhat uses it was not compared with the servers, and an apply is refused until then.",
                problem.places());
    }
}
