package kz.tapbot.validate.internal.secrets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2708, lesson 25: Redis without a password, Qdrant without an API key. Typed services always have theirs. */
final class NoPassword implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = entry.product();
        if (product.isPresent() && entry.service().kind().value().equals("container") && open(product.get(), entry)) {
            findings.add(
                    TopologyCode.DATABASE_WITHOUT_PASSWORD,
                    entry.subject(),
                    """
                    {} runs {} and asks nobody for a password.
                    Whoever gets into any container of its networks reads and changes all that is in it.
                    {}
                    """,
                    entry.address(),
                    product.get().title(),
                    cure(product.get()));
        }
    }

    private static boolean open(Product product, ServiceEntry entry) {
        Service service = entry.service();
        Set<String> names = service.environment().keySet();
        return switch (product) {
            case REDIS -> !says(service, "requirepass") && !says(service, "aclfile");
            case QDRANT -> !names.contains("QDRANT__SERVICE__API_KEY") && !says(service, "api_key");
            case POSTGRES -> entry.text("POSTGRES_HOST_AUTH_METHOD").equals(Optional.of("trust"));
            case MYSQL -> names.contains("MYSQL_ALLOW_EMPTY_PASSWORD");
            case MARIADB ->
                names.contains("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD") || names.contains("MYSQL_ALLOW_EMPTY_PASSWORD");
            case MONGO -> !names.contains("MONGO_INITDB_ROOT_USERNAME") && !says(service, "--auth");
            default -> false;
        };
    }

    /** In the command, or in a file that is written for it. */
    private static boolean says(Service service, String word) {
        Stream<String> words = Stream.of(service.entrypoint(), service.command())
                .flatMap(Optional::stream)
                .map(Command::arguments)
                .flatMap(List::stream);
        Stream<String> files =
                service.files().stream().map(file -> file.content().redacted());
        return Stream.concat(words, files).anyMatch(text -> text.contains(word));
    }

    private static String cure(Product product) {
        return switch (product) {
            case REDIS ->
                "Let the typed service do it, which keeps the password in a file:\n"
                        + "    server.run(Redis.version(\"7.4.1\").on(database).memory(mib(384)))";
            case QDRANT ->
                "Let the typed service do it, which keeps the key in a file:\n"
                        + "    server.run(Qdrant.version(\"1.15.5\").on(database).memory(gib(2)))";
            case MONGO ->
                "Name its first user, and give the password as a file:\n"
                        + "    .environment(\"MONGO_INITDB_ROOT_USERNAME\", \"root\")";
            default ->
                "Remove the variable, and give the password as a file, by the variable of that name that ends in _FILE.";
        };
    }
}
