package kz.tapbot.validate.internal.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/**
 * TB2316, lesson 10: a custom configuration forgot {@code listen_addresses}, and nobody could connect. The image's own says {@code '*'};
 * PostgreSQL's default is {@code localhost} (PostgreSQL documentation, "Connections and Authentication").
 */
final class ListenAddresses implements ServiceCheck {

    private static final String SETTING = "listen_addresses";
    private static final String OWN_PLACE = "/postgresql.conf";

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (entry.product().filter(Product.POSTGRES::equals).isEmpty()) {
            return;
        }
        List<String> words = Stream.of(service.entrypoint(), service.command())
                .flatMap(Optional::stream)
                .map(Command::arguments)
                .flatMap(List::stream)
                .toList();
        if (words.stream().anyMatch(word -> word.contains(SETTING + "="))) {
            return;
        }
        for (ContainerFile file : service.files()) {
            String path = file.path().value();
            boolean used = path.endsWith("/data" + OWN_PLACE)
                    || words.stream().anyMatch(word -> word.endsWith("config_file=" + path));
            if (used && file.content().redacted().lines().noneMatch(ListenAddresses::says)) {
                findings.add(
                        TopologyCode.LISTENS_TO_ITSELF, entry.at("files." + path, "files"), """
                        {} is configured by {}, which does not say listen_addresses.
                        PostgreSQL then listens on localhost only, inside its own container, and nobody can connect.
                        Add a line to the file; who may connect is decided by the networks that it is on:
                            listen_addresses = '*'
                        """, entry.address(), path);
            }
        }
    }

    /** Comments do not count; a file that includes others may say it there. */
    private static boolean says(String line) {
        String text = line.strip();
        return text.startsWith(SETTING) || text.startsWith("include");
    }
}
