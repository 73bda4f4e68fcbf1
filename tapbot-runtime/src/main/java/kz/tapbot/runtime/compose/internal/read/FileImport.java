package kz.tapbot.runtime.compose.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;
import kz.tapbot.runtime.compose.result.ComposeFile;

/** A whole file. */
public final class FileImport {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

    /** What is at the top of a file and read in other places, or means nothing. */
    private static final Set<String> KNOWN =
            Set.of("version", "name", "services", "networks", "volumes", "secrets", "configs");

    private final ComposeFile file;
    private final Map<String, Yaml.Field> root;
    private final Findings findings;
    private final Values values;
    private final Secrets secrets;
    private final String project;
    private final ServerName server;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, List<String>> marks = new TreeMap<>();

    /** Of that file, with what stands at its top. */
    public FileImport(ComposeFile file, Yaml.Fields root) {
        this.file = file;
        this.root = root.all();
        this.findings = new Findings(file.name());
        this.values = new Values(findings, file.environment());
        this.secrets = new Secrets(findings, variables(new String(file.bytes(), StandardCharsets.UTF_8)));
        this.project = project();
        this.server = file.server().orElseGet(() -> ServerName.of(Names.like(project, "server", ServerName::of)));
    }

    private static Set<String> variables(String text) {
        Set<String> all = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(found -> all.add(found.group(1).toUpperCase(java.util.Locale.ROOT)));
        return all;
    }

    /** As Compose finds it: what the file says, or else its folder's name in small letters. */
    private String project() {
        Yaml.Field name = root.get("name");
        if (name != null) {
            return values.text(new Address("file", file.name()), "name", name.value())
                    .map(Values.Said::text)
                    .orElse("compose");
        }
        String folder = file.directory().substring(file.directory().lastIndexOf('/') + 1);
        String plain = folder.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        return plain.isEmpty() ? "compose" : plain;
    }

    /** What the file says, as far as Tapbot has words for it. */
    public Topology topology() {
        Address whole = new Address("file", file.name());
        root.forEach((key, field) -> top(whole, key, field));
        address(whole);
        Stores stores = new Stores(values, server, project);
        stores.readNetworks(mapping(whole, "networks"));
        stores.readVolumes(mapping(whole, "volumes"));
        MountPart mounts = new MountPart(values, stores, file.directory());
        FilePart files = new FilePart(values, secrets, mounts, mapping(whole, "secrets"), mapping(whole, "configs"));
        NetPart net = new NetPart(values, stores);
        List<Part> parts = List.of(
                new RunPart(values),
                new GuardPart(values),
                net,
                mounts,
                files,
                new WordPart(values, secrets, file.beside()));
        drafts(whole);
        Needs needs = new Needs(findings, values, drafts);
        ImagePart images = new ImagePart(values);
        List<Service> services = new ArrayList<>();
        for (Draft draft : drafts) {
            net.byDefault(draft);
            new ServiceImport(values, parts, needs, images).read(draft);
            marks.put(draft.name.value(), draft.marks);
            services.add(draft.service());
        }
        new Mistakes(findings, stores, drafts, file.beside()).tell();
        return topology(services, stores);
    }

    private Topology topology(List<Service> services, Stores stores) {
        Set<SecretName> used = used(services);
        HostAddress address = file.address().orElseGet(() -> HostAddress.of(server + ".invalid"));
        return Topology.builder()
                .name(TopologyName.of(Names.like(project, "estate", TopologyName::of)))
                .addServers(Server.builder()
                        .name(server)
                        .host(address)
                        .networks(stores.networks())
                        .volumes(stores.volumes())
                        .services(services)
                        .places(Places.of(findings.at(1)))
                        .build())
                .secrets(secrets.declared().values().stream()
                        .filter(secret -> used.contains(secret.name()))
                        .toList())
                .places(Places.of(findings.at(1)))
                .build();
    }

    private static Set<SecretName> used(List<Service> services) {
        Set<SecretName> used = new TreeSet<>();
        for (Service service : services) {
            service.environment().values().stream()
                    .map(EnvironmentValue::secret)
                    .flatMap(Optional::stream)
                    .forEach(used::add);
            service.files().stream().map(ContainerFile::content).forEach(content -> used.addAll(content.secrets()));
        }
        return used;
    }

    private void top(Address whole, String key, Yaml.Field field) {
        if (!KNOWN.contains(key) && !key.startsWith("x-")) {
            findings.notCarried(
                    whole,
                    field.line(),
                    kz.tapbot.model.value.InvalidValueException.show(key)
                            + " at the top of the file is not carried over.",
                    key.equals("include") ? "Import the included files as well." : "Tapbot has no word for it.");
        }
    }

    private void address(Address whole) {
        if (file.address().isEmpty()) {
            findings.add(
                    ComposeCode.SAID_OTHERWISE,
                    whole,
                    1,
                    "A Compose file does not say which server it is for.",
                    "The source names " + server + ".invalid, which no network reaches.",
                    "Give --address, or say it in the source.");
        }
    }

    private Map<String, Yaml.Field> mapping(Address whole, String key) {
        Yaml.Field field = root.get(key);
        return field == null ? Map.of() : values.fields(whole, key, field.value());
    }

    private void drafts(Address whole) {
        Names names = new Names();
        mapping(whole, "services")
                .forEach((key, field) -> names.keep(
                        containerName(field.value()).map(Yaml.Scalar::text).orElse(key)));
        for (Map.Entry<String, Yaml.Field> entry : new LinkedHashMap<>(mapping(whole, "services")).entrySet()) {
            String key = entry.getKey();
            Yaml.Field field = entry.getValue();
            Optional<Values.Said> given =
                    containerName(field.value()).flatMap(said -> values.text(whole, "container_name", said));
            String wanted = given.map(Values.Said::text).orElse(key);
            ServiceName name = ServiceName.of(names.of(wanted, "service", ServiceName::of));
            String engineName = given.map(Values.Said::text)
                    .orElse(project + "-" + key + "-1")
                    .replaceAll("[^A-Za-z0-9._-]", "?");
            Draft draft = new Draft(key, engineName, server, name, field, findings);
            drafts.add(draft);
            if (draft.fields.isEmpty()) {
                values.wrong(draft.address(), "services." + key, field.value(), "a mapping with an image");
            }
            otherName(draft, given, name);
        }
        if (drafts.isEmpty()) {
            findings.add(
                    ComposeCode.NOT_COMPOSE,
                    whole,
                    1,
                    "The file declares no services.",
                    "There is nothing to import.",
                    "Services stand under \"services:\" (files of the first format, without it, are not read).");
        }
    }

    private static Optional<Yaml.Scalar> containerName(Yaml service) {
        Yaml.Field field = service instanceof Yaml.Fields fields ? fields.all().get("container_name") : null;
        return field != null && field.value() instanceof Yaml.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar)
                : Optional.empty();
    }

    private void otherName(Draft draft, Optional<Values.Said> given, ServiceName name) {
        if (given.filter(said -> said.text().equals(name.value())).isPresent()) {
            return;
        }
        int line = given.map(Values.Said::line).orElse(draft.line);
        findings.add(
                ComposeCode.OTHER_NAME,
                draft.address(),
                line,
                given.isEmpty()
                        ? "The container has no name in the file, so that Compose calls it " + draft.engineName + " or "
                                + draft.engineName.replace('-', '_') + "."
                        : "The container is called "
                                + kz.tapbot.model.value.InvalidValueException.show(
                                        given.get().text()) + ", which is no name that Tapbot gives.",
                "In Tapbot it is " + name
                        + ", a new container beside the running one, whose ports and volumes it would want.",
                "Say \"container_name: " + name
                        + "\" in the file, bring it up, and import again; or remove the old one first.");
    }

    /** What the source says in a line above a service, by its name. */
    public Map<String, List<String>> marks() {
        return marks;
    }

    /** What was found. */
    public List<Diagnostic> findings() {
        return findings.all();
    }
}
