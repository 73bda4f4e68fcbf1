package kz.tapbot.model.json;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/** The forms of what a server itself runs and allows. */
final class HostForms {

    static final Form<PackageName> PACKAGE =
            TextForm.of("a Debian package's name", PackageName::of).matching("^[a-z0-9][a-z0-9+.-]{1,99}$");

    private static final Form<UnitName> UNIT = TextForm.of("a systemd unit's name", UnitName::of)
            .matching("^[A-Za-z0-9_.@-]{1,200}\\.(?:service|socket|timer|path|target)$");

    static final Form<Delegate> DELEGATE = BuilderSpec.of(
                    "delegate",
                    "A person or tool that may do exactly what is named.",
                    Delegate::builder,
                    Delegate.Builder::build)
            .placed((b, places) -> b.places(places))
            .required(
                    "name",
                    TextForm.of("a user name", UserName::of).matching("^[a-z_][a-z0-9_-]{0,31}$"),
                    Delegate::name,
                    (b, v) -> b.name(v),
                    "The user's name.")
            .set(
                    "keys",
                    TextForm.of("an SSH public key", SshPublicKey::of),
                    Delegate::keys,
                    (b, v) -> b.keys(v),
                    "The keys it may log in with; passwords never work.")
            .usual(
                    "mayInspect",
                    ValueForms.FLAG,
                    false,
                    Delegate::mayInspect,
                    (b, v) -> b.mayInspect(v),
                    "Whether it may see service status, logs, containers, disk and memory.")
            .usual(
                    "mayDeploy",
                    ValueForms.FLAG,
                    false,
                    Delegate::mayDeploy,
                    (b, v) -> b.mayDeploy(v),
                    "Whether Tapbot may log in by this name and change the whole server, which is all that root may.")
            .set("mayRestart", UNIT, Delegate::mayRestart, (b, v) -> b.mayRestart(v), "The units it may restart.")
            .optional(
                    "expires",
                    ValueForms.DATE,
                    Delegate::expires,
                    (b, v) -> b.expires(v),
                    "The last day on which it may log in.")
            .made();

    static final Form<FirewallRule> FIREWALL_RULE = firewallRule();

    static final Form<Jail> JAIL = jail();

    static final Form<UpdatePolicy> UPDATES = BuilderSpec.of(
                    "updatePolicy",
                    "How a server's packages are kept up to date.",
                    UpdatePolicy::builder,
                    UpdatePolicy.Builder::build)
            .usual(
                    "securityUpdates",
                    ValueForms.FLAG,
                    true,
                    UpdatePolicy::securityUpdates,
                    (b, v) -> b.securityUpdates(v),
                    "Whether security updates install themselves.")
            .optional(
                    "rebootAt",
                    ValueForms.TIME,
                    UpdatePolicy::rebootAt,
                    (b, v) -> b.rebootAt(v),
                    "When the server may restart for them; never by itself if absent.")
            .made();

    static final Form<HostService> HOST_SERVICE = BuilderSpec.of(
                    "hostService",
                    "A service that runs on the server itself and not in a container.",
                    HostService::builder,
                    HostService.Builder::build)
            .named(Naming.on("service"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.SERVICE, HostService::name, (b, v) -> b.name(v), "Its name.")
            .required("kind", NameForms.KIND, HostService::kind, (b, v) -> b.kind(v), "What kind of service it is.")
            .required(
                    "packageName",
                    PACKAGE,
                    HostService::packageName,
                    (b, v) -> b.packageName(v),
                    "The package that brings it.")
            .required("unit", UNIT, HostService::unit, (b, v) -> b.unit(v), "The unit that runs it.")
            .required("port", ValueForms.PORT, HostService::port, (b, v) -> b.port(v), "The port it listens on.")
            .set(
                    "openTo",
                    NameForms.ADDRESS_SET,
                    HostService::openTo,
                    (b, v) -> b.openTo(v),
                    "Who may reach the port; nobody from outside if empty.")
            .list("files", hostFile(), HostService::files, (b, v) -> b.files(v), "Its configuration files.")
            .usual(
                    "adminInterface",
                    ValueForms.FLAG,
                    true,
                    HostService::adminInterface,
                    (b, v) -> b.adminInterface(v),
                    "Whether it rules over the server.")
            .optional(
                    "host", ValueForms.HOST_NAME, HostService::host, (b, v) -> b.host(v), "The name people use for it.")
            .made();

    private HostForms() {}

    private static Form<FirewallRule> firewallRule() {
        RecordSpec<FirewallRule> spec = RecordSpec.of("firewallRule", "A port of the server itself that is open.");
        Part<Port> port = spec.required("port", ValueForms.PORT, FirewallRule::port, "The port.");
        Part<Collection<AddressSetName>> from =
                spec.set("from", NameForms.ADDRESS_SET, FirewallRule::from, "Who may reach it; everybody if empty.");
        Part<String> reason = spec.required("reason", ValueForms.TEXT, FirewallRule::reason, "What it is for.");
        return spec.made(parts -> new FirewallRule(parts.get(port), List.copyOf(parts.get(from)), parts.get(reason)));
    }

    private static Form<Jail> jail() {
        RecordSpec<Jail> spec = RecordSpec.of("jail", "A jail of fail2ban: who fails too often is shut out.");
        Part<String> name = spec.required("name", ValueForms.TEXT, Jail::name, "The jail's name, as fail2ban has it.");
        Part<Integer> maxRetry =
                spec.usual("maxRetry", ValueForms.NUMBER, 5, Jail::maxRetry, "Failures that are too many.");
        Part<Duration> findTime = spec.usual(
                "findTime", ValueForms.DURATION, Duration.ofMinutes(10), Jail::findTime, "Within which they count.");
        Part<Duration> banTime =
                spec.usual("banTime", ValueForms.DURATION, Duration.ofHours(1), Jail::banTime, "How long it lasts.");
        return spec.made(
                parts -> new Jail(parts.get(name), parts.get(maxRetry), parts.get(findTime), parts.get(banTime)));
    }

    private static Form<HostFile> hostFile() {
        RecordSpec<HostFile> spec = RecordSpec.of("hostFile", "A file of the server that Tapbot writes whole.");
        Part<HostPath> path = spec.required("path", ValueForms.HOST_PATH, HostFile::path, "Where.");
        Part<Content> content = spec.required("content", SecretForms.CONTENT, HostFile::content, "What is in it.");
        Part<FileMode> mode = spec.required("mode", ValueForms.MODE, HostFile::mode, "Its permissions.");
        return spec.made(parts -> new HostFile(parts.get(path), parts.get(content), parts.get(mode)));
    }
}
