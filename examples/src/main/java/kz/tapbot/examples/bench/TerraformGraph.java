package kz.tapbot.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.resource.Resource;

/**
 * A graph as Terraform's built-in resources, which need no download: of {@link WideEstate}, where each service refers to two networks
 * and to the service before it, or of any topology, with a resource for each thing that it makes and a reference for each that it needs.
 */
final class TerraformGraph {

    private final List<Node> nodes = new ArrayList<>();

    private record Node(String name, List<String> needs) {}

    /** Of everything that a topology makes on its servers, and of what each of these things requires. */
    TerraformGraph(Topology topology) {
        List<Resource> resources = Lowering.lower(topology);
        Map<Address, String> names = new HashMap<>();
        resources.forEach(resource -> names.put(
                resource.address(),
                "r" + names.size() + "-" + resource.address().kind().replaceAll("[^a-z0-9]", "-")));
        for (Resource resource : resources) {
            List<String> needs = resource.requires().stream()
                    .map(names::get)
                    .filter(Objects::nonNull)
                    .toList();
            nodes.add(new Node(Objects.requireNonNull(names.get(resource.address())), needs));
        }
    }

    TerraformGraph(int resources) {
        int servers = WideEstate.servers(resources);
        for (int server = 0; server < servers; server++) {
            server(server, resources / servers);
        }
    }

    private void server(int server, int resources) {
        for (int i = 0; i < WideEstate.NETWORKS; i++) {
            nodes.add(new Node(name(server, "n", i), List.of()));
        }
        for (int i = 0; i < resources - WideEstate.NETWORKS; i++) {
            List<String> needs = new ArrayList<>();
            needs.add(name(server, "n", i % WideEstate.NETWORKS));
            needs.add(name(server, "n", (i + 1) % WideEstate.NETWORKS));
            if (i > 0) {
                needs.add(name(server, "v", i - 1));
            }
            nodes.add(new Node(name(server, "v", i), needs));
        }
    }

    private static String name(int server, String kind, int number) {
        return "s" + server + "-" + kind + number;
    }

    int size() {
        return nodes.size();
    }

    int references() {
        return nodes.stream().mapToInt(node -> node.needs().size()).sum();
    }

    /** Writes the declaration, and nothing that exists. */
    void bare(Path folder) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            out.append("resource \"terraform_data\" \"").append(node.name()).append("\" {\n");
            out.append("  input = \"registry.example/app:1.")
                    .append(node.name())
                    .append("\"\n");
            if (!node.needs().isEmpty()) {
                List<String> ids = node.needs().stream()
                        .map(name -> "terraform_data." + name + ".id")
                        .toList();
                out.append("  triggers_replace = [")
                        .append(String.join(", ", ids))
                        .append("]\n");
            }
            out.append("}\n");
        }
        Files.writeString(folder.resolve("main.tf"), out);
        Run.of(List.of("terraform", "init", "-input=false", "-no-color"), folder, "successfully initialized");
    }

    /** Writes the declaration, and the state as Terraform's own apply would leave it. */
    void applied(Path folder) throws IOException, InterruptedException {
        bare(folder);
        String instances =
                String.join(",\n", nodes.stream().map(TerraformGraph::state).toList());
        Files.writeString(folder.resolve("terraform.tfstate"), """
                {"version": 4, "terraform_version": "1.11.0", "serial": 1, "lineage": "benchmark", "outputs": {}, "resources": [
                %s
                ], "check_results": null}
                """.formatted(instances));
    }

    private static String state(Node node) {
        String input = "{\"value\": \"registry.example/app:1." + node.name() + "\", \"type\": \"string\"}";
        List<String> ids =
                node.needs().stream().map(name -> "\"id-" + name + "\"").toList();
        List<String> types = node.needs().stream().map(name -> "\"string\"").toList();
        List<String> needs = node.needs().stream()
                .map(name -> "\"terraform_data." + name + "\"")
                .toList();
        String triggers = ids.isEmpty() ? "null" : "{\"value\": " + ids + ", \"type\": [\"tuple\", " + types + "]}";
        return """
                {"mode": "managed", "type": "terraform_data", "name": "%s", \
                "provider": "provider[\\"terraform.io/builtin/terraform\\"]", "instances": [{"schema_version": 0, \
                "attributes": {"id": "id-%s", "input": %s, "output": %s, "triggers_replace": %s}, \
                "sensitive_attributes": [], "dependencies": %s}]}\
                """.formatted(node.name(), node.name(), input, input, triggers, needs);
    }
}
