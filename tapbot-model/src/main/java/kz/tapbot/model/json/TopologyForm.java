package kz.tapbot.model.json;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.Topology;
import kz.tapbot.model.acknowledgement.Acknowledgement;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.AlertSeverity;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.ServiceId;

/** The form of the whole, and of what stands beside the servers. */
final class TopologyForm {

    /** The format that this class writes, and the only one that it reads. */
    static final int FORMAT = 1;

    private static final Form<Link> LINK = BuilderSpec.of(
                    "link", "A private encrypted link between servers (WireGuard).", Link::builder, Link.Builder::build)
            .named(Naming.of("link"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.LINK, Link::name, (b, v) -> b.name(v), "Its name.")
            .set("servers", NameForms.SERVER, Link::servers, (b, v) -> b.servers(v), "The servers it joins.")
            .required("subnet", ValueForms.CIDR, Link::subnet, (b, v) -> b.subnet(v), "The addresses inside it.")
            .usual("port", ValueForms.UDP, 51_820, Link::port, (b, v) -> b.port(v), "The UDP port on each server.")
            .usual(
                    "keys",
                    NumberForm.whole(Link::keyNumber, Integer::intValue),
                    1,
                    Link::keys,
                    (b, v) -> b.keys(v),
                    "The how-manieth keys its servers have.")
            .set("permits", permit(), Link::permits, (b, v) -> b.permits(v), "Who may reach what over it.")
            .made();

    private static final Form<Notifier> NOTIFIER = BuilderSpec.of(
                    "notifier", "A way to tell people.", Notifier::builder, Notifier.Builder::build)
            .named(Naming.of("notifier"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.NOTIFIER, Notifier::name, (b, v) -> b.name(v), "Its name.")
            .optional(
                    "telegramChat",
                    ValueForms.TEXT,
                    Notifier::telegramChat,
                    (b, v) -> b.telegramChat(v),
                    "The Telegram chat, if it is one.")
            .optional(
                    "telegramToken",
                    NameForms.SECRET,
                    Notifier::telegramToken,
                    (b, v) -> b.telegramToken(v),
                    "The name of the secret with the bot's token.")
            .optional("mail", ValueForms.MAIL, Notifier::mail, (b, v) -> b.mail(v), "The mail address, if it is one.")
            .made();

    private static final Form<Alert> ALERT = BuilderSpec.of(
                    "alert", "A condition that people are told of.", Alert::builder, Alert.Builder::build)
            .named(Naming.of("alert"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.ALERT, Alert::name, (b, v) -> b.name(v), "Its name.")
            .required("metric", new WordForm<>(Metric.class), Alert::metric, (b, v) -> b.metric(v), "What is watched.")
            .optional(
                    "threshold",
                    ValueForms.NUMBER,
                    alert -> ValueForms.optional(alert.threshold()),
                    (b, v) -> b.threshold(v),
                    "The value from which it is bad, in the metric's unit.")
            .usual(
                    "lasting",
                    ValueForms.DURATION,
                    Duration.ZERO,
                    Alert::lasting,
                    (b, v) -> b.lasting(v),
                    "For how long it must be bad.")
            .usual(
                    "severity",
                    new WordForm<>(AlertSeverity.class),
                    AlertSeverity.WARNING,
                    Alert::severity,
                    (b, v) -> b.severity(v),
                    "How loud.")
            .set("notifies", NameForms.NOTIFIER, Alert::notifies, (b, v) -> b.notifies(v), "Who is told.")
            .made();

    private static final Form<Acknowledgement> ACKNOWLEDGEMENT = BuilderSpec.of(
                    "acknowledgement",
                    "A violation of a rule, or a warning, that is known and accepted.",
                    Acknowledgement::builder,
                    Acknowledgement.Builder::build)
            .placed((b, places) -> b.places(places))
            .required(
                    "rule",
                    ValueForms.TEXT,
                    Acknowledgement::rule,
                    (b, v) -> b.rule(v),
                    "The code of a warning, or the name of a rule.")
            .required("object", NameForms.ADDRESS, Acknowledgement::object, (b, v) -> b.object(v), "The thing.")
            .required("reason", ValueForms.TEXT, Acknowledgement::reason, (b, v) -> b.reason(v), "Why.")
            .made();

    static final ObjectForm<Topology, Topology.Builder> TOPOLOGY = BuilderSpec.of(
                    "topology", "A whole estate.", Topology::builder, Topology.Builder::build)
            .named(Naming.of("topology"))
            .placed((b, places) -> b.places(places))
            .required(
                    "format",
                    NumberForm.whole(Integer::valueOf, Integer::intValue),
                    topology -> FORMAT,
                    (b, v) -> {},
                    "The version of this format: 1.")
            .optional(
                    "$schema",
                    ValueForms.TEXT,
                    topology -> Optional.empty(),
                    (b, v) -> {},
                    "Where editors find this schema; Tapbot looks at it no further and never writes it.")
            .required("name", NameForms.TOPOLOGY, Topology::name, (b, v) -> b.name(v), "Its name.")
            .optional(
                    "description",
                    ValueForms.TEXT,
                    Topology::description,
                    (b, v) -> b.description(v),
                    "What it is, for people.")
            .list(
                    "addressSets",
                    NetForms.ADDRESS_SET,
                    Topology::addressSets,
                    (b, v) -> b.addressSets(v),
                    "Sets of addresses.")
            .list("zones", NetForms.ZONE, Topology::zones, (b, v) -> b.zones(v), "DNS zones.")
            .list(
                    "certificateAuthorities",
                    NetForms.AUTHORITY,
                    Topology::certificateAuthorities,
                    (b, v) -> b.certificateAuthorities(v),
                    "Issuers of certificates.")
            .list("secrets", SecretForms.DECLARATION, Topology::secrets, (b, v) -> b.secrets(v), "Secrets by name.")
            .list(
                    "outsideApis",
                    NetForms.OUTSIDE_API,
                    Topology::outsideApis,
                    (b, v) -> b.outsideApis(v),
                    "Services of others that ours depend on.")
            .list(
                    "registryLogins",
                    NetForms.REGISTRY_LOGIN,
                    Topology::registryLogins,
                    (b, v) -> b.registryLogins(v),
                    "Logins for registries that do not give their images to everybody.")
            .list("servers", ServerForms.SERVER, Topology::servers, (b, v) -> b.servers(v), "Machines.")
            .list("links", LINK, Topology::links, (b, v) -> b.links(v), "Links between machines.")
            .list("backups", BackupForms.BACKUP, Topology::backups, (b, v) -> b.backups(v), "Backups.")
            .list("notifiers", NOTIFIER, Topology::notifiers, (b, v) -> b.notifiers(v), "Ways to tell people.")
            .list("alerts", ALERT, Topology::alerts, (b, v) -> b.alerts(v), "What people are told of.")
            .list(
                    "acknowledgements",
                    ACKNOWLEDGEMENT,
                    Topology::acknowledgements,
                    (b, v) -> b.acknowledgements(v),
                    "Violations and warnings that are known and accepted.")
            .made();

    private TopologyForm() {}

    /** Whether the text says that it is of the format that is read; if not, nothing else in it can be relied on. */
    static boolean isOurs(Node root, Reading reading) {
        if (!(root instanceof Node.Members object)) {
            reading.otherwise(root, "an object", "");
            return false;
        }
        Node format = object.members().get("format");
        if (format instanceof Node.Digits digits && digits.digits().equals(String.valueOf(FORMAT))) {
            return true;
        }
        String detail;
        if (format == null) {
            detail = "The file does not say which format it has. Write as its first field:\n    \"format\": " + FORMAT
                    + ",";
        } else if (format instanceof Node.Digits digits && digits.digits().matches("[1-9][0-9]{0,8}")) {
            detail = "The file has format " + digits.digits() + "; this Tapbot reads format " + FORMAT
                    + " and no newer one. It needs Tapbot ≥ the version that brought format " + digits.digits()
                    + ". Update Tapbot; do not change the number.";
        } else {
            detail = "The format is a whole number from 1 on, without quotation marks; this Tapbot reads format "
                    + FORMAT + ".";
        }
        reading.found(ModelCode.JSON_VERSION, format == null ? root.line() : format.line(), detail);
        return false;
    }

    private static Form<LinkPermit> permit() {
        RecordSpec<LinkPermit> spec =
                RecordSpec.of("linkPermit", "One service may reach a port of another over the link.");
        Part<ServiceId> from = spec.required("from", NameForms.SERVICE_ID, LinkPermit::from, "Who may reach.");
        Part<ServiceId> to = spec.required("to", NameForms.SERVICE_ID, LinkPermit::to, "What is reached.");
        Part<Integer> port = spec.required("port", ValueForms.TCP, LinkPermit::port, "The container's TCP port.");
        return spec.made(parts -> new LinkPermit(parts.get(from), parts.get(to), parts.get(port)));
    }
}
