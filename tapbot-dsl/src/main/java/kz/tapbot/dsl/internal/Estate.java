package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.Handle;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.internal.caller.Border;
import kz.tapbot.dsl.internal.caller.Caller;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.value.InvalidValueException;

/**
 * What all scopes and handles of one topology share: its identity, what was found wrong, its secrets and its parts. Not thread-safe, as
 * the scopes are not.
 */
final class Estate {

    private final Notes notes;
    private final TopologyName name;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Set<Address> cut = new HashSet<>();
    private final Map<SecretName, Secret> secrets = new HashMap<>();
    private final List<Consumer<Topology.Builder>> parts = new ArrayList<>();
    private final List<ServerRecord> servers = new ArrayList<>();
    private final List<AddressSet> addressSets = new ArrayList<>();
    private final List<Hook> hooks = new ArrayList<>();
    private Optional<String> description = Optional.empty();
    private final Thread declaring = Thread.currentThread();
    private boolean open = true;
    private int unnamed;

    Estate(String name, DeclaredAt opened) {
        this.name = named(TopologyName::of, name, Address.topology(TopologyName.of("unnamed")), opened);
        this.notes = new Notes(Address.topology(this.name), opened);
    }

    TopologyName name() {
        return name;
    }

    Notes notes() {
        return notes;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    Set<Address> cut() {
        return cut;
    }

    List<ServerRecord> servers() {
        return servers;
    }

    List<AddressSet> addressSets() {
        return addressSets;
    }

    List<Hook> hooks() {
        return hooks;
    }

    void describe(String text) {
        description = Optional.of(text);
    }

    /** The nearest line of the user's; for what handles declare, which is open for as long as the topology is. */
    DeclaredAt here() {
        if (!open) {
            throw closed(notes);
        }
        requireOwnThread();
        return Caller.within(notes.declared());
    }

    /** The same, or another line where no line of the user's is at work, as when typed services complete. */
    DeclaredAt here(DeclaredAt otherwise) {
        DeclaredAt at = here();
        return at.equals(notes.declared()) ? otherwise : at;
    }

    void close() {
        open = false;
    }

    /** Two threads at once would lose declarations without a word. */
    void requireOwnThread() {
        if (Thread.currentThread() != declaring) {
            throw new IllegalStateException(
                    notes.address() + " is declared by one thread, the one that runs its lambda; "
                            + "this is another. Gather what you need in parallel, and declare it afterwards "
                            + notes.declared().at());
        }
    }

    private static IllegalStateException closed(Notes notes) {
        return new IllegalStateException("the scope of " + notes.address() + " is closed; declare inside its lambda "
                + notes.declared().at());
    }

    void report(Code code, Address address, String detail, DeclaredAt... places) {
        findings.add(new Diagnostic(code, address, detail, List.of(places)));
    }

    void invalid(InvalidValueException problem, Address address, DeclaredAt at) {
        report(problem.code(), address, String.valueOf(problem.getMessage()), at);
    }

    /** Runs a lambda in its scope; a value that is not allowed is reported and ends this scope, but no other. */
    <T> boolean enter(T scope, Consumer<? super T> body, Notes of, DeclaredAt opened, boolean whole) {
        try {
            Border.cross(body, scope);
            return true;
        } catch (InvalidValueException e) {
            invalid(e, of.address(), Caller.of(e, opened, body.getClass().getClassLoader()));
            if (whole) {
                cut.add(of.address());
            }
            return false;
        }
    }

    /** The name, or a free one in place of a bad one, so that one mistake is one finding. */
    <N> N named(Function<String, N> make, String text, Address address, DeclaredAt at) {
        try {
            return make.apply(text);
        } catch (InvalidValueException e) {
            invalid(e, address, at);
            return make.apply("unnamed-" + ++unnamed);
        }
    }

    /** The value, or another in place of a bad one. */
    <V> V value(Supplier<V> make, Supplier<V> instead, Address address, DeclaredAt at) {
        try {
            return make.get();
        } catch (InvalidValueException e) {
            invalid(e, address, at);
            return instead.get();
        }
    }

    int nextUnnamed() {
        return ++unnamed;
    }

    /** Whether the handle is of this topology; if not, that is reported. */
    boolean accepts(Handle handle, Address address, DeclaredAt at) {
        if (!(handle instanceof Handles.Owned owned)) {
            throw new IllegalArgumentException("a handle is what a declaration of Tapbot's returned, not a "
                    + handle.getClass().getName());
        }
        if (owned.estate() == this) {
            return true;
        }
        report(
                DslCode.FOREIGN_HANDLE,
                address,
                handle.address() + " belongs to " + owned.estate().notes.address() + " and was given to "
                        + notes.address() + ".\nA handle is valid only in the topology that declared it. Declare the "
                        + handle.address().kind() + " in this topology and give the handle that this returns.",
                at,
                handle.declaredAt());
        return false;
    }

    /** Makes the secret part of the topology. */
    SecretName use(Secret secret, Address address) {
        Secret known = secrets.putIfAbsent(secret.name(), secret);
        if (known != null && !known.source().equals(secret.source())) {
            report(
                    DslCode.SECRET_CLASH,
                    address,
                    "The secret " + secret.name()
                            + " was given two sources.\nOne name stands for one value. Give one of"
                            + " the two another name, or say the secret once and use it in both places:\n"
                            + "    var secret = Secret.generated(\"" + secret.name() + "\");",
                    secret.at(),
                    known.at());
        }
        return secret.name();
    }

    /** Adds what a part of the topology is when it is complete. */
    void part(Consumer<Topology.Builder> part) {
        parts.add(part);
    }

    /** The whole as it is by now. */
    Topology build() {
        Topology.Builder whole = Topology.builder()
                .name(name)
                .description(description)
                .addressSets(addressSets)
                .places(notes.places());
        parts.forEach(part -> guarded(notes, () -> {
            part.accept(whole);
            return true;
        }));
        servers.forEach(server -> guarded(server.notes(), server::freeze).ifPresent(whole::addServers));
        secrets.values()
                .forEach(secret -> whole.addSecrets(SecretDeclaration.builder()
                        .name(secret.name())
                        .source(secret.source())
                        .places(Places.of(secret.at()))
                        .build()));
        return whole.build();
    }

    /** The whole as it is by now; what is wrong with it is told only when it is built for good. */
    Topology preview() {
        int before = findings.size();
        Topology whole = build();
        findings.subList(before, findings.size()).clear();
        return whole;
    }

    /** What is made, unless it breaks a rule that is only checked when it is whole. */
    <T> Optional<T> guarded(Notes of, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (InvalidValueException e) {
            invalid(e, of.address(), of.declared());
            return Optional.empty();
        }
    }
}
