package kz.tapbot.runtime.compose.internal.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Service;

/** A class that declares a topology of one server with plain containers, and what is said of the server around them. */
public final class JavaSource {

    private final Topology topology;
    private final String from;
    private final Map<String, List<String>> marks;
    private final Imports imports = new Imports();
    private final Literal literal = new Literal(imports);
    private final Variables variables = new Variables();
    private final StringBuilder body = new StringBuilder();

    /**
     * Of that topology.
     *
     * @param from the file that it was imported from
     * @param marks what is said above a service, by its name
     */
    public JavaSource(Topology topology, String from, Map<String, List<String>> marks) {
        this.topology = topology;
        this.from = from;
        this.marks = marks;
    }

    /** The class's name. */
    public String className() {
        String name = Variables.className(topology.name().value());
        boolean imported = List.of(
                        "Tapbot",
                        "Topology",
                        "TopologySpec",
                        "Port",
                        "Image",
                        "Secret",
                        "Duration",
                        "HostAddress",
                        "IpAddress",
                        "LocalDate",
                        "HostPath",
                        "DataSize",
                        "Cpus",
                        "RestartPolicy",
                        "Capability",
                        "String",
                        "System")
                .contains(name);
        return imported ? name + "Estate" : name;
    }

    /** The whole file. */
    public String text() {
        Server server = topology.servers().get(0);
        imports.add("kz.tapbot.Tapbot");
        imports.add("kz.tapbot.dsl.TopologySpec");
        imports.add("kz.tapbot.model.Topology");
        imports.add("kz.tapbot.model.net.HostAddress");
        body(server);
        String name = className();
        return imports.text() + "\n/** Imported from " + commented(from) + ". */\npublic final class " + name
                + " {\n\n    private " + name
                + "() {}\n\n    /** The topology; what cannot work is told with its line. */\n    public static Topology topology() {\n"
                + "        return Tapbot.topology("
                + literal.text(topology.name().value()) + ", " + name + "::declare);\n    }\n\n"
                + "    static void declare(TopologySpec t) {\n" + body + "    }\n\n"
                + "    public static void main(String... args) {\n        System.exit(Tapbot.main(" + name
                + "::topology, args));\n"
                + "    }\n}\n";
    }

    private void body(Server server) {
        String at = variables.of("server", server.name().value());
        topology.addressSets()
                .forEach(set ->
                        line("var " + variables.of("addresses", set.name().value()) + " = t.addresses("
                                + literal.text(set.name().value()) + ", "
                                + set.blocks().stream()
                                        .map(block -> literal.text(block.value()))
                                        .collect(Collectors.joining(", "))
                                + ");"));
        host(at, server);
        server.networks().forEach(network -> network(at, network));
        server.volumes()
                .forEach(volume ->
                        line("var " + variables.of("volume", volume.name().value()) + " = " + at + ".volume("
                                + literal.text(volume.name().value()) + ");"));
        topology.secrets().forEach(this::secret);
        for (Service service : inOrder(server.services())) {
            container(at, service);
        }
    }

    private void host(String at, Server server) {
        List<String> calls = new ServerSource(server, variables, imports).calls();
        String head = "var " + at + " = t.server(" + literal.text(server.name().value()) + ", HostAddress.of("
                + literal.text(server.host().toString()) + ")";
        line(head + (calls.isEmpty() ? ");" : ", s -> s"));
        lines(calls);
    }

    /** Calls one below the other, behind what they are called on. */
    private void lines(List<String> calls) {
        for (int i = 0; i < calls.size(); i++) {
            line("        " + calls.get(i) + (i == calls.size() - 1 ? ");" : ""));
        }
    }

    private void network(String at, Network network) {
        StringBuilder said = new StringBuilder(network.internal() ? ".internal()" : "");
        network.subnet()
                .ifPresent(cidr -> said.append(".subnet(")
                        .append(literal.text(cidr.toString()))
                        .append(')'));
        network.subnetIpv6()
                .ifPresent(cidr -> said.append(".subnetIpv6(")
                        .append(literal.text(cidr.toString()))
                        .append(')'));
        line("var " + variables.of("network", network.name().value()) + " = " + at + ".network("
                + literal.text(network.name().value()) + (said.isEmpty() ? "" : ", n -> n" + said) + ");");
    }

    private void secret(SecretDeclaration secret) {
        imports.add("kz.tapbot.dsl.Secret");
        String method = secret.source().kind() == kz.tapbot.model.secret.SourceKind.FILE ? "file" : "environment";
        line("var " + variables.of("secret", secret.name().value()) + " = Secret." + method + "("
                + literal.text(secret.name().value()) + ", "
                + literal.text(secret.source().arguments().get(0)) + ");");
    }

    private void container(String at, Service service) {
        imports.add("kz.tapbot.model.service.Image");
        body.append('\n');
        marks.getOrDefault(service.name().value(), List.of()).forEach(mark -> line("// " + commented(mark)));
        boolean needed = topology.servers().get(0).services().stream()
                .flatMap(other -> other.needs().stream())
                .anyMatch(need -> need.service().service().equals(service.name()));
        String variable =
                needed ? "var " + variables.of("service", service.name().value()) + " = " : "";
        List<String> calls = new ContainerSource(service, variables, imports).calls();
        String head =
                variable + at + ".container(" + literal.text(service.name().value()) + ", Image.of("
                        + literal.text(service.image().value()) + "), c -> ";
        if (calls.isEmpty()) {
            line(head + "{});");
            return;
        }
        line(head + "c");
        lines(calls);
    }

    /** What is needed first, as a variable has to be there before it is used. */
    private static List<Service> inOrder(List<Service> services) {
        Map<String, Service> open = new LinkedHashMap<>();
        services.forEach(service -> open.put(service.name().value(), service));
        List<Service> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Service> ready = open.values().stream()
                    .filter(service -> service.needs().stream()
                            .map(Need::service)
                            .noneMatch(id -> open.containsKey(id.service().value())))
                    .toList();
            List<Service> next = ready.isEmpty() ? List.copyOf(open.values()) : ready; // no circle gets here
            next.forEach(service -> open.remove(service.name().value()));
            ordered.addAll(next);
        }
        return ordered;
    }

    private void line(String text) {
        body.append("        ").append(text).append('\n');
    }

    /** Text in a comment: nothing that ends it, and no Unicode escape, which Java reads even there. */
    private static String commented(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().limit(300).forEach(c -> out.append(c >= ' ' && c < 0x7f && c != '\\' ? (char) c : '?'));
        return out.toString().replace("*/", "* /");
    }
}
