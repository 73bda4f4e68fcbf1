package kz.tapbot.validate.internal.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.internal.product.Product;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2315, lesson 11: a required variable was missing, and the container died in a loop. Typed services set theirs by themselves. */
final class RequiredVariables implements ServiceCheck {

    private static final String PLAIN = "container";

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = entry.product();
        if (product.isEmpty() || !entry.service().kind().value().equals(PLAIN)) {
            return;
        }
        Set<String> said = entry.service().environment().keySet();
        for (List<String> either : required(product.get(), said)) {
            if (either.stream().noneMatch(name -> said.contains(name) || said.contains(name + "_FILE"))) {
                tell(findings, entry, product.get(), either);
            }
        }
    }

    /** What the image does not start without, each with what may stand in its place. */
    private static List<List<String>> required(Product product, Set<String> said) {
        return switch (product) {
            case POSTGRES -> List.of(List.of("POSTGRES_PASSWORD", "POSTGRES_HOST_AUTH_METHOD"));
            case MYSQL ->
                List.of(List.of("MYSQL_ROOT_PASSWORD", "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"));
            case MARIADB ->
                List.of(List.of(
                        "MARIADB_ROOT_PASSWORD",
                        "MARIADB_ROOT_PASSWORD_HASH",
                        "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
                        "MARIADB_RANDOM_ROOT_PASSWORD",
                        "MYSQL_ROOT_PASSWORD",
                        "MYSQL_ALLOW_EMPTY_PASSWORD",
                        "MYSQL_RANDOM_ROOT_PASSWORD"));
            case DIRECTUS -> List.of(List.of("KEY"), List.of("SECRET"));
            case N8N ->
                said.contains("EXECUTIONS_MODE")
                        ? List.of(List.of("N8N_ENCRYPTION_KEY"), List.of("QUEUE_BULL_REDIS_HOST"))
                        : List.of(List.of("N8N_ENCRYPTION_KEY"));
            case PGADMIN -> List.of(List.of("PGADMIN_DEFAULT_EMAIL"), List.of("PGADMIN_DEFAULT_PASSWORD"));
            default -> List.of();
        };
    }

    private static void tell(Findings findings, ServiceEntry entry, Product product, List<String> either) {
        String name = either.get(0);
        findings.add(
                TopologyCode.VARIABLE_MISSING,
                entry.at("environment", "image"),
                """
                {} runs {} and does not set {}.
                Without it {} ends right after its start, again and again, or makes up a value that is lost with the container.
                Set it, from a secret if it is one:
                    .environment("{}", Secret.generated("{}-{}"))
                """,
                entry.address(),
                entry.service().image(),
                Detail.list(either).replace(" and ", " or "),
                product.title(),
                name,
                entry.service().name(),
                name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
