package kz.tapbot.validate.internal.images;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2520: programs that write their own address into mails, callbacks and links cannot know the name by which a proxy serves them. */
final class PublicAddress implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (service.routes().isEmpty() || !entry.plain()) {
            return;
        }
        Optional<String> variable = variable(entry);
        if (variable.isEmpty()) {
            return;
        }
        Optional<EnvironmentValue> said =
                Optional.ofNullable(service.environment().get(variable.get()));
        List<String> hosts =
                service.routes().stream().map(Route::host).map(Object::toString).toList();
        Optional<String> host = said.flatMap(EnvironmentValue::text).flatMap(PublicAddress::host);
        if (said.isEmpty() || host.isPresent() && !hosts.contains(host.get())) {
            findings.add(
                    TopologyCode.PUBLIC_ADDRESS,
                    entry.at("environment." + variable.get(), "environment"),
                    """
                    {} is served at {}, and {}.
                    The links and callbacks that it gives to others lead nowhere: mails, webhooks, logins through another site.
                    Say the address at which it is served:
                        .environment("{}", "https://{}/")
                    """,
                    entry.address(),
                    hosts.get(0),
                    host.isPresent()
                            ? "believes by " + variable.get() + " that it is " + host.get()
                            : "is not told so by " + variable.get(),
                    variable.get(),
                    hosts.get(0));
        }
    }

    private static Optional<String> variable(ServiceEntry entry) {
        String image = entry.service().image().name();
        if (image.equals("ghost") || image.endsWith("/library/ghost")) {
            return Optional.of("url");
        }
        return entry.product().map(PublicAddress::of).filter(name -> !name.isEmpty());
    }

    private static String of(Product product) {
        return switch (product) {
            case N8N -> "WEBHOOK_URL";
            case DIRECTUS -> "PUBLIC_URL";
            default -> "";
        };
    }

    private static Optional<String> host(String text) {
        try {
            return Optional.ofNullable(URI.create(text).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
