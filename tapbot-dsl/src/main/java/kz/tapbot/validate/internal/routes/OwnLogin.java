package kz.tapbot.validate.internal.routes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2515, lesson 1: Dozzle went live with no login. A route that leaves it to a service to ask is believed only where the service can. */
final class OwnLogin implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = entry.product();
        for (Route route : entry.service().routes()) {
            if (product.isPresent()
                    && route.login().kind() == LoginKind.OWN
                    && asksNobody(product.get(), entry.service())) {
                tell(findings, entry, route, product.get());
            }
        }
    }

    private static boolean asksNobody(Product product, Service service) {
        Set<String> names = service.environment().keySet();
        return switch (product) {
            case DOZZLE -> !names.contains("DOZZLE_AUTH_PROVIDER") && !says(service, "--auth-provider");
            case QDRANT -> !names.contains("QDRANT__SERVICE__API_KEY") && !wrote(service, "api_key");
            case PROMETHEUS, ALERTMANAGER -> !says(service, "--web.config.file");
            case MAILPIT -> !names.contains("MP_UI_AUTH") && !names.contains("MP_UI_AUTH_FILE");
            case TRAEFIK -> true;
            default -> false;
        };
    }

    private static boolean says(Service service, String option) {
        return Stream.of(service.entrypoint(), service.command())
                .flatMap(Optional::stream)
                .map(Command::arguments)
                .flatMap(List::stream)
                .anyMatch(word -> word.startsWith(option));
    }

    private static boolean wrote(Service service, String word) {
        return service.files().stream()
                .anyMatch(file -> file.content().redacted().contains(word));
    }

    private static void tell(Findings findings, ServiceEntry entry, Route route, Product product) {
        String host = route.host().value();
        findings.add(
                TopologyCode.LOGIN_MISSING,
                entry.route(route),
                """
                {} is served at {}, and {} is said to ask for a login itself. As it is set up, it asks nobody.
                Everybody who finds the name would be let in from the first second.
                Let the proxy ask before anything reaches it:
                    Access.proxyLogin("admin", Secret.generated("{}-login"))
                """,
                entry.address(),
                route.host(),
                product.title(),
                host.substring(0, host.indexOf('.')));
    }
}
