package kz.tapbot.model.json;

import java.time.Duration;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.service.Trait;

/** The forms of services. */
final class ServiceForms {

    private static final Form<Route> ROUTE = BuilderSpec.of(
                    "route",
                    "A way from a public host name through a proxy to a service.",
                    Route::builder,
                    Route.Builder::build)
            .placed((b, places) -> b.places(places))
            .required("host", ValueForms.HOST_NAME, Route::host, (b, v) -> b.host(v), "The host name visitors ask for.")
            .usual(
                    "path",
                    ValueForms.TEXT,
                    "/",
                    Route::path,
                    (b, v) -> b.path(v),
                    "The path that the route begins with.")
            .required(
                    "port",
                    ValueForms.TCP,
                    Route::port,
                    (b, v) -> b.port(v),
                    "The port of the container that answers in HTTP.")
            .required(
                    "proxy",
                    NameForms.SERVICE_ID,
                    Route::proxy,
                    (b, v) -> b.proxy(v),
                    "The proxy that passes requests on, on the same server.")
            .required("login", login(), Route::login, (b, v) -> b.login(v), "How strangers are kept out.")
            .set(
                    "openTo",
                    NameForms.ADDRESS_SET,
                    Route::openTo,
                    (b, v) -> b.openTo(v),
                    "Who may reach it at all; everybody if empty.")
            .made();

    private static final Form<StoredData> STORED_DATA = BuilderSpec.of(
                    "storedData",
                    "Something that a service stores and a backup can save.",
                    StoredData::builder,
                    StoredData.Builder::build)
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.DATA, StoredData::name, (b, v) -> b.name(v), "Its name.")
            .required("kind", new WordForm<>(DataKind.class), StoredData::kind, (b, v) -> b.kind(v), "What it is.")
            .optional(
                    "volume", NameForms.VOLUME_ID, StoredData::volume, (b, v) -> b.volume(v), "The volume it lies in.")
            .optional(
                    "dump",
                    ValueForms.COMMAND,
                    StoredData::dump,
                    (b, v) -> b.dump(v),
                    "The command in the container that writes a consistent copy to its standard output.")
            .optional(
                    "restore",
                    ValueForms.COMMAND,
                    StoredData::restore,
                    (b, v) -> b.restore(v),
                    "The command in the container that reads such a copy from its standard input.")
            .optional(
                    "noBackupBecause",
                    ValueForms.TEXT,
                    StoredData::noBackupBecause,
                    (b, v) -> b.noBackupBecause(v),
                    "Why it needs no backup; absent if it does.")
            .made();

    private static final Form<Provision> PROVISION = BuilderSpec.of(
                    "provision",
                    "Something made inside a running service, such as a database with its owner.",
                    Provision::builder,
                    Provision.Builder::build)
            .placed((b, places) -> b.places(places))
            .required("kind", NameForms.PROVISION_KIND, Provision::kind, (b, v) -> b.kind(v), "What it is, in a word.")
            .required(
                    "name",
                    ValueForms.TEXT,
                    Provision::name,
                    (b, v) -> b.name(v),
                    "Its name, unique with its kind in the service.")
            .required(
                    "probe",
                    ValueForms.COMMAND,
                    Provision::probe,
                    (b, v) -> b.probe(v),
                    "Ends with 0 if it is there. Run in the container.")
            .required(
                    "create",
                    ValueForms.COMMAND,
                    Provision::create,
                    (b, v) -> b.create(v),
                    "Makes it. Run in the container.")
            .optional(
                    "input",
                    SecretForms.CONTENT,
                    Provision::input,
                    (b, v) -> b.input(v),
                    "What the making command reads from its standard input.")
            .map(
                    "attributes",
                    new MapForm<>(key -> {}, ValueForms.TEXT),
                    Provision::attributes,
                    (b, v) -> b.attributes(v),
                    "What it is made of, for people.")
            .usual(
                    "data",
                    ValueForms.FLAG,
                    true,
                    Provision::data,
                    (b, v) -> b.data(v),
                    "Whether it holds data, and so is never removed unless retired by name.")
            .made();

    static final Form<Service> SERVICE = wired(BuilderSpec.of(
                            "service",
                            "A service: one container on one server, with all that it needs.",
                            Service::builder,
                            Service.Builder::build)
                    .named(Naming.on("service"))
                    .placed((b, places) -> b.places(places)))
            .usual(
                    "limits",
                    ContainerForms.LIMITS,
                    Limits.none(),
                    Service::limits,
                    (b, v) -> b.limits(v),
                    "What it may take.")
            .usual(
                    "confinement",
                    ContainerForms.CONFINEMENT,
                    Confinement.standard(),
                    Service::confinement,
                    (b, v) -> b.confinement(v),
                    "What it is kept from.")
            .usual(
                    "restart",
                    new WordForm<>(RestartPolicy.class),
                    RestartPolicy.UNLESS_STOPPED,
                    Service::restart,
                    (b, v) -> b.restart(v),
                    "When it is started again.")
            .usual(
                    "stopGrace",
                    ValueForms.DURATION,
                    Duration.ofSeconds(10),
                    Service::stopGrace,
                    (b, v) -> b.stopGrace(v),
                    "How long it gets to stop before it is killed.")
            .map(
                    "labels",
                    new MapForm<>(key -> {}, ValueForms.TEXT),
                    Service::labels,
                    (b, v) -> b.labels(v),
                    "Its labels, without Tapbot's own.")
            .list(
                    "routes",
                    ROUTE,
                    Service::routes,
                    (b, v) -> b.routes(v),
                    "The ways to it from outside through a proxy.")
            .list("stores", STORED_DATA, Service::stores, (b, v) -> b.stores(v), "What it stores.")
            .list(
                    "provisions",
                    PROVISION,
                    Service::provisions,
                    (b, v) -> b.provisions(v),
                    "What is made inside it once it runs.")
            .set(
                    "traits",
                    new WordForm<>(Trait.class),
                    Service::traits,
                    (b, v) -> b.traits(v),
                    "What it is, for rules and reports.")
            .usual(
                    "planned",
                    ValueForms.FLAG,
                    false,
                    Service::planned,
                    (b, v) -> b.planned(v),
                    "Whether it is only planned: part of the model, not of the machines.")
            .made();

    private ServiceForms() {}

    private static BuilderSpec<Service, Service.Builder> wired(BuilderSpec<Service, Service.Builder> spec) {
        return run(spec)
                .set("networks", ContainerForms.ATTACHMENT, Service::networks, (b, v) -> b.networks(v), "Its networks.")
                .set(
                        "listens",
                        ValueForms.PORT,
                        Service::listens,
                        (b, v) -> b.listens(v),
                        "The ports it listens on inside its networks.")
                .set(
                        "publications",
                        ContainerForms.PUBLICATION,
                        Service::publications,
                        (b, v) -> b.publications(v),
                        "The ports opened on the server.")
                .map(
                        "environment",
                        new MapForm<>(EnvironmentValue::checkName, ContainerForms.ENVIRONMENT_VALUE),
                        Service::environment,
                        (b, v) -> b.environment(v),
                        "Its environment variables.")
                .list("files", ContainerForms.FILE, Service::files, (b, v) -> b.files(v), "Files written for it.")
                .list(
                        "mounts",
                        ContainerForms.MOUNT,
                        Service::mounts,
                        (b, v) -> b.mounts(v),
                        "What is mounted into it.")
                .set("needs", ContainerForms.NEED, Service::needs, (b, v) -> b.needs(v), "What must run before it.")
                .set(
                        "calls",
                        NameForms.OUTSIDE_API,
                        Service::calls,
                        (b, v) -> b.calls(v),
                        "The outside services it calls.")
                .optional(
                        "healthCheck",
                        ContainerForms.HEALTH_CHECK,
                        Service::healthCheck,
                        (b, v) -> b.healthCheck(v),
                        "How it tells that it works.");
    }

    private static BuilderSpec<Service, Service.Builder> run(BuilderSpec<Service, Service.Builder> spec) {
        return spec.required("name", NameForms.SERVICE, Service::name, (b, v) -> b.name(v), "Its name.")
                .required(
                        "kind",
                        NameForms.KIND,
                        Service::kind,
                        (b, v) -> b.kind(v),
                        "What kind of service it is; container for a plain one.")
                .required(
                        "image",
                        TextForm.of("an image such as registry.example/bot:1.4.2", Image::of),
                        Service::image,
                        (b, v) -> b.image(v),
                        "The image it runs, by a tag other than latest.")
                .optional(
                        "entrypoint",
                        ValueForms.COMMAND,
                        Service::entrypoint,
                        (b, v) -> b.entrypoint(v),
                        "The program instead of the image's own entry point.")
                .optional(
                        "command",
                        ValueForms.COMMAND,
                        Service::command,
                        (b, v) -> b.command(v),
                        "The arguments instead of the image's own.");
    }

    private static Form<Login> login() {
        RecordSpec<Login> spec = RecordSpec.of("login", "How a route is kept from strangers.");
        Part<LoginKind> kind = spec.required("kind", new WordForm<>(LoginKind.class), Login::kind, "Who asks.");
        Part<String> user = spec.optional("user", ValueForms.TEXT, Login::user, "The user name the proxy asks for.");
        Part<SecretName> password = spec.optional(
                "password", NameForms.SECRET, Login::password, "The name of the secret that the proxy asks for.");
        Part<String> because = spec.optional("because", ValueForms.TEXT, Login::because, "Why nobody asks.");
        return spec.made(
                parts -> new Login(parts.get(kind), parts.find(user), parts.find(password), parts.find(because)));
    }
}
