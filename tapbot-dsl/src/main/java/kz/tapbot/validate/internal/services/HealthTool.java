package kz.tapbot.validate.internal.services;

import java.util.List;
import java.util.Optional;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Image;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2314, lesson 8: a health check called wget, which the image lacks, so that a healthy service was reported dead. */
final class HealthTool implements ServiceCheck {

    private static final List<String> TOOLS = List.of("curl", "wget");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = entry.product();
        if (product.isEmpty() || entry.service().healthCheck().isEmpty()) {
            return;
        }
        List<String> words = entry.service().healthCheck().get().command().arguments();
        for (String tool : TOOLS) {
            if (calls(words, tool) && lacks(product.get(), entry.service().image(), tool)) {
                findings.add(
                        TopologyCode.HEALTH_TOOL_MISSING,
                        entry.at("healthCheck"),
                        """
                        {} tells its health by {}, which the image {} does not have.
                        The check would fail for ever: a service that works would be reported dead, and an update taken back.
                        Use what the image brings:
                            {}
                        """,
                        entry.address(),
                        tool,
                        entry.service().image(),
                        cure(product.get()));
                return;
            }
        }
    }

    /** The program itself, or a word of what a shell is given. */
    private static boolean calls(List<String> words, String tool) {
        String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        boolean shell = program.equals("sh") || program.equals("bash");
        return program.equals(tool)
                || shell
                        && words.stream()
                                .skip(1)
                                .anyMatch(word ->
                                        List.of(word.split("[^A-Za-z0-9_-]+")).contains(tool));
    }

    /** Debian variants of these images install neither; images from scratch have no program but their own; BusyBox has only wget. */
    private static boolean lacks(Product product, Image image, String tool) {
        boolean alpine = image.tag().contains("alpine");
        return switch (product) {
            case POSTGRES, REDIS, MEMCACHED -> !alpine || tool.equals("curl");
            case DOZZLE -> true;
            case QDRANT -> true;
            case PORTAINER -> !alpine;
            case N8N, TRAEFIK -> tool.equals("curl");
            default -> false;
        };
    }

    private static String cure(Product product) {
        return switch (product) {
            case POSTGRES -> ".healthCheck(h -> h.command(\"pg_isready\", \"-h\", \"127.0.0.1\", \"-q\"))";
            case REDIS -> ".healthCheck(h -> h.command(\"redis-cli\", \"-e\", \"ping\"))";
            case DOZZLE -> ".healthCheck(h -> h.command(\"/dozzle\", \"healthcheck\"))";
            case QDRANT -> ".healthCheck(h -> h.command(\"bash\", \"-c\", \"exec 3<>/dev/tcp/127.0.0.1/6333\"))";
            case N8N ->
                ".healthCheck(h -> h.command(\"wget\", \"-q\", \"-O\", \"/dev/null\", \"http://127.0.0.1:5678/healthz\"))";
            case TRAEFIK -> ".healthCheck(h -> h.command(\"traefik\", \"healthcheck\", \"--ping\"))";
            case PORTAINER -> "var portainer = server.run(Portainer.version(\"2.33.3\").on(web)…)";
            default -> "// look up in its Dockerfile which programs the image has";
        };
    }
}
