package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Publication;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;

/** How a container is reached: networks and their names for it, published ports, ports that it listens on, its host name. */
final class NetPart implements Part {

    private final Values values;
    private final Findings findings;
    private final Stores stores;

    NetPart(Values values, Stores stores) {
        this.values = values;
        this.findings = values.findings();
        this.stores = stores;
    }

    @Override
    public boolean take(Draft draft, String key, Yaml.Field field) {
        switch (key) {
            case "networks" -> networks(draft, field);
            case "network_mode" -> mode(draft, field);
            case "ports" -> ports(draft, field);
            case "expose" -> listens(draft, field);
            case "hostname" ->
                values.text(draft.address(), key, field.value())
                        .filter(said -> !said.text().equals(draft.name.value()))
                        .ifPresent(said -> findings.notCarried(
                                draft.address(),
                                said.line(),
                                "\"hostname\" is not carried over: with Tapbot a container's host name is its own name, "
                                        + draft.name + ".",
                                "If programs need the other one, call the service so."));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What a service without a word about networks is on. */
    void byDefault(Draft draft) {
        Yaml.Field said = draft.fields.get("networks");
        boolean none = said == null || said.value() instanceof Yaml.Scalar scalar && scalar.isNull();
        if (none && !draft.fields.containsKey("network_mode")) {
            join(draft, "default", List.of(), draft.line);
        }
    }

    private void networks(Draft draft, Yaml.Field field) {
        if (field.value() instanceof Yaml.Items) {
            values.texts(draft.address(), "networks", field.value())
                    .forEach(said -> join(draft, said.text(), List.of(), said.line()));
            return;
        }
        values.fields(draft.address(), "networks", field.value()).forEach((name, inner) -> {
            List<String> aliases = new ArrayList<>();
            values.fields(draft.address(), "networks." + name, inner.value()).forEach((key, value) -> {
                if (key.equals("aliases")) {
                    values.texts(draft.address(), "aliases", value.value()).forEach(said -> aliases.add(said.text()));
                } else {
                    findings.notCarried(
                            draft.address(),
                            value.line(),
                            "\"" + key
                                    + "\" of a network of the service is not carried over: Tapbot has no word for it.",
                            "Let others find it by its name, not by an address.");
                }
            });
            join(draft, name, aliases, inner.line());
        });
    }

    /** A service is found by its key in the file too, which is another name if its container is called otherwise. */
    private void join(Draft draft, String key, List<String> aliases, int line) {
        stores.network(draft, key, line).ifPresent(network -> {
            List<String> all = new ArrayList<>(aliases);
            all.add(draft.key);
            all.removeIf(alias -> alias.equals(draft.name.value()));
            List<String> good = new ArrayList<>();
            for (String alias : all) {
                draft.guarded("networks", line, () -> {
                    new Attachment(network, List.of(alias));
                    good.add(alias);
                });
            }
            draft.builder.addNetworks(new Attachment(network, good));
            draft.place("networks." + network.network(), line);
        });
    }

    private void mode(Draft draft, Yaml.Field field) {
        Optional<Values.Said> said = values.text(draft.address(), "network_mode", field.value());
        if (said.filter(mode -> mode.text().equals("bridge")).isEmpty()) {
            findings.notCarried(
                    draft.address(),
                    field.line(),
                    "\"network_mode\" is not carried over: Tapbot knows no networks but bridges of its own.",
                    "A container on the network of the host, or of another container, is behind none of your walls: join networks instead.");
        }
    }

    private void ports(Draft draft, Yaml.Field field) {
        if (!(field.value() instanceof Yaml.Items items)) {
            values.wrong(draft.address(), "ports", field.value(), "a list");
            return;
        }
        for (Yaml item : items.all()) {
            draft.guarded("ports", item.line(), () -> {
                Ports.Read read = item instanceof Yaml.Fields fields ? longForm(draft, fields) : shortForm(draft, item);
                if (!read.problem().isEmpty()) {
                    findings.notCarried(
                            draft.address(),
                            item.line(),
                            "A port " + read.problem() + ".",
                            "Name the port of the server in the source.");
                }
                for (Publication publication : read.publications()) {
                    draft.builder.addPublications(publication);
                    draft.place("publications." + publication.host(), item.line());
                }
            });
        }
    }

    private Ports.Read shortForm(Draft draft, Yaml item) {
        Optional<Values.Said> said = values.text(draft.address(), "ports", item);
        said.ifPresent(text -> Traps.sixties(findings, draft.address(), "ports", text));
        return said.map(text -> Ports.of(text.text())).orElseGet(() -> new Ports.Read(List.of(), ""));
    }

    private Ports.Read longForm(Draft draft, Yaml.Fields fields) {
        Map<String, Yaml.Field> all = fields.all();
        Optional<String> target = text(draft, all, "target");
        if (target.filter(port -> port.matches("[0-9]{1,5}")).isEmpty()) {
            return new Ports.Read(List.of(), "has no \"target\" that is a number");
        }
        Optional<String> host = text(draft, all, "published");
        if (host.filter(port -> !port.matches("[0-9]{1,5}")).isPresent()) {
            return new Ports.Read(List.of(), "has a range, or no number, as \"published\"");
        }
        String protocol = text(draft, all, "protocol").orElse("tcp");
        return Ports.of(text(draft, all, "host_ip"), host, target.get(), protocol);
    }

    private Optional<String> text(Draft draft, Map<String, Yaml.Field> all, String key) {
        Yaml.Field field = all.get(key);
        return field == null
                ? Optional.empty()
                : values.text(draft.address(), "ports." + key, field.value()).map(Values.Said::text);
    }

    private void listens(Draft draft, Yaml.Field field) {
        for (Values.Said said : values.texts(draft.address(), "expose", field.value())) {
            String text = said.text().contains("/") ? said.text() : said.text() + "/tcp";
            if (!text.matches("[0-9]{1,5}(-[0-9]{1,5})?/(tcp|udp)")) {
                values.wrong(draft.address(), "expose", field.value(), "ports such as 8080 or 8080/tcp");
                continue;
            }
            int slash = text.indexOf('/');
            draft.guarded("expose", said.line(), () -> {
                for (int port : Ports.range(text.substring(0, slash))) {
                    draft.builder.addListens(Port.of(port + text.substring(slash)));
                }
            });
            draft.place("listens." + text, said.line());
        }
    }
}
