package kz.tapbot.validate.internal.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2516 and TB2517, lesson 14: rules in labels, and in Traefik 2's syntax on Traefik 3, where the redirect silently never matched. */
final class ProxyLabels implements ServiceCheck {

    private static final String PREFIX = "traefik.";

    /** What Traefik's migration guide from 2 to 3 names: several values, braces in expressions, and matchers with other names. */
    private static final List<Pattern> OLDER = List.of(
            Pattern.compile("\\b(?:Host|Path|PathPrefix|Method)\\(\\s*`[^`]*`\\s*,"),
            Pattern.compile("\\b(?:HostRegexp|Path|PathPrefix)\\(\\s*`[^`]*\\{[a-z]*:"),
            Pattern.compile("\\bHeaders(?:Regexp)?\\("));

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> label : entry.service().labels().entrySet()) {
            if (label.getKey().startsWith(PREFIX)) {
                names.add(label.getKey());
                older(label.getValue())
                        .ifPresent(rule -> tell(
                                findings,
                                entry,
                                entry.at("labels." + label.getKey(), "labels"),
                                "the label " + label.getKey(),
                                rule));
            }
        }
        if (!names.isEmpty()) {
            labels(findings, entry, names.get(0));
        }
        boolean three = entry.product().filter(Product.TRAEFIK::equals).isPresent()
                && !entry.service().image().tag().matches("v?[12]([.-].*)?");
        if (three) {
            for (ContainerFile file : entry.service().files()) {
                older(file.content().redacted())
                        .ifPresent(rule -> tell(
                                findings,
                                entry,
                                entry.at("files." + file.path(), "files"),
                                file.path().value(),
                                rule));
            }
        }
    }

    private static Optional<String> older(String text) {
        return OLDER.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group())
                .findFirst();
    }

    private static void labels(Findings findings, ServiceEntry entry, String name) {
        findings.add(
                TopologyCode.PROXY_LABELS,
                entry.at("labels." + name, "labels"),
                """
                {} has the label {}.
                Tapbot's proxies read their routes from files and never look at it. If another proxy does, its route is in no check:
                no login, no address list and no port map knows of it.
                Declare the route and remove the labels:
                    .servedBy(proxy, zone.host("{}"), 8080, Access.ownLogin())
                """,
                entry.address(),
                name,
                entry.service().name());
    }

    private static void tell(Findings findings, ServiceEntry entry, Subject said, String where, String rule) {
        findings.add(TopologyCode.RULE_SYNTAX, said, """
                {} has a rule of Traefik 2 in {}: {}…
                Traefik 3 reads rules in another syntax; such a one matches nothing, or is refused, and the page is away without a word.
                Declare the route, which is written for the version that runs, or write one matcher for each value:
                    Host(`a.example.com`) || Host(`b.example.com`)
                """, entry.address(), where, rule);
    }
}
