package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.AlertSpec;
import kz.tapbot.dsl.BackupSpec;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.CertificatesSpec;
import kz.tapbot.dsl.Handle;
import kz.tapbot.dsl.LinkRef;
import kz.tapbot.dsl.LinkSpec;
import kz.tapbot.dsl.NotifierRef;
import kz.tapbot.dsl.OutsideApiRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.dsl.ZoneSpec;
import kz.tapbot.model.acknowledgement.Acknowledgement;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.AlertName;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.Texts;
import kz.tapbot.rule.TopologyRule;

/** The scope of a whole topology. */
final class TopologyScope extends ScopeBase<TopologySpec> implements TopologySpec {

    TopologyScope(Estate estate) {
        super(estate, estate.notes());
    }

    @Override
    TopologySpec self() {
        return this;
    }

    @Override
    public TopologySpec describedAs(String text) {
        if (once("description")) {
            estate().describe(Texts.line("description", text));
        }
        return this;
    }

    @Override
    public AddressSetRef addresses(String name, String first, String... more) {
        DeclaredAt at = here();
        AddressSetName set = estate().named(AddressSetName::of, name, notes().address(), at);
        Notes of = new Notes(Address.of("addresses", set), at);
        AddressSet.Builder builder = AddressSet.builder().name(set).places(of.places());
        block(builder, first, of);
        for (String each : more) {
            block(builder, each, of);
        }
        estate().addressSets().add(builder.build());
        return new Handles.AddressSet(estate(), set, at);
    }

    /** In place of a bad one stands one of nobody's (RFC 5737), so that the set is not told to be empty as well. */
    private void block(AddressSet.Builder builder, String text, Notes of) {
        builder.addBlocks(
                estate().value(() -> Cidr.of(text), () -> Cidr.of("192.0.2.1/32"), of.address(), of.declared()));
    }

    @Override
    public ZoneRef zone(String name) {
        return zone(name, here(), spec -> {});
    }

    @Override
    public ZoneRef zone(String name, Consumer<? super ZoneSpec> spec) {
        return zone(name, here(), spec);
    }

    private ZoneRef zone(String name, DeclaredAt at, Consumer<? super ZoneSpec> spec) {
        HostName host = estate().value(
                        () -> HostName.of(name),
                        () -> HostName.of("unnamed-" + estate().nextUnnamed() + ".invalid"),
                        notes().address(),
                        at);
        Handles.Zone handle = new Handles.Zone(estate(), host, at);
        Notes of = new Notes(handle.address(), at);
        Zone.Builder builder = Zone.builder().name(host);
        List<Supplier<DnsRecord>> dnsRecords = new ArrayList<>();
        new ZoneScope(estate(), of, builder, dnsRecords).run(spec);
        estate().part(whole -> whole.addZones(
                builder.records(dnsRecords.stream().map(Supplier::get).toList())
                        .places(of.places())
                        .build()));
        return handle;
    }

    @Override
    public CertificatesRef letsEncrypt(String mail, Consumer<? super CertificatesSpec> spec) {
        DeclaredAt at = here();
        EmailAddress contact = mail(mail, at);
        Notes of = new Notes(Address.of("certificates", CertificateAuthorityName.of("letsencrypt")), at);
        CertificatesScope scope = new CertificatesScope(estate(), of);
        scope.run(spec);
        return issuer(scope.name(), scope.directory(), contact, of);
    }

    private EmailAddress mail(String text, DeclaredAt at) {
        return estate().value(
                        () -> EmailAddress.of(text),
                        () -> EmailAddress.of("unnamed-" + estate().nextUnnamed() + "@example.com"),
                        notes().address(),
                        at);
    }

    @Override
    public CertificatesRef certificates(String name, String directory, EmailAddress mail) {
        DeclaredAt at = here();
        CertificateAuthorityName authority = estate().named(CertificateAuthorityName::of, name, notes().address(), at);
        return issuer(authority, directory, mail, new Notes(Address.of("certificates", authority), at));
    }

    private CertificatesRef issuer(CertificateAuthorityName name, String directory, EmailAddress contact, Notes of) {
        CertificateAuthority authority = CertificateAuthority.builder()
                .name(name)
                .directory(directory)
                .contact(contact)
                .places(of.places())
                .build();
        estate().part(whole -> whole.addCertificateAuthorities(authority));
        return new Handles.Certificates(estate(), name, directory, contact, of.declared());
    }

    @Override
    public OutsideApiRef outsideApi(String name, String host, Port port) {
        DeclaredAt at = here();
        OutsideApiName api = estate().named(OutsideApiName::of, name, notes().address(), at);
        HostName hostName = estate().value(
                        () -> HostName.of(host),
                        () -> HostName.of("unnamed-" + estate().nextUnnamed() + ".invalid"),
                        Address.of("outside", api),
                        at);
        OutsideApi outside = OutsideApi.builder()
                .name(api)
                .host(hostName)
                .port(port)
                .places(Places.of(at))
                .build();
        estate().part(whole -> whole.addOutsideApis(outside));
        return new Handles.OutsideApi(estate(), api, at);
    }

    @Override
    public TopologySpec registry(String registry, String user, Secret password) {
        DeclaredAt at = here();
        RegistryHost host = estate().value(
                        () -> RegistryHost.of(registry),
                        () -> RegistryHost.of("unnamed-" + estate().nextUnnamed() + ".invalid"),
                        notes().address(),
                        at);
        SecretName secret = use(password);
        RegistryLogin.Builder login =
                RegistryLogin.builder().registry(host).password(secret).places(Places.of(at));
        RegistryLogin made = estate().value(
                        () -> login.user(user).build(),
                        () -> login.user("unnamed").build(),
                        new Address("registry", host.value()),
                        at);
        estate().part(whole -> whole.addRegistryLogins(made));
        return this;
    }

    @Override
    public ServerRef server(String name, HostAddress address) {
        return server(name, address, here(), spec -> {});
    }

    @Override
    public ServerRef server(String name, HostAddress address, Consumer<? super ServerSpec> spec) {
        return server(name, address, here(), spec);
    }

    private ServerRef server(String name, HostAddress address, DeclaredAt at, Consumer<? super ServerSpec> spec) {
        ServerName serverName = estate().named(ServerName::of, name, notes().address(), at);
        ServerRecord server = new ServerRecord(estate(), serverName, at);
        server.builder().host(address);
        estate().servers().add(server);
        new ServerScope(server).run(spec);
        return new ServerHandle(server);
    }

    @Override
    public LinkRef link(String name, Cidr subnet, Consumer<? super LinkSpec> spec) {
        DeclaredAt at = here();
        LinkName link = estate().named(LinkName::of, name, notes().address(), at);
        Link.Builder builder = Link.builder().name(link).subnet(subnet);
        Notes of = new Notes(Address.of("link", link), at);
        new LinkScope(estate(), of, builder).run(spec);
        estate().part(whole -> whole.addLinks(builder.places(of.places()).build()));
        return new Handles.Link(estate(), link, at);
    }

    @Override
    public TopologySpec backup(String name, Consumer<? super BackupSpec> spec) {
        DeclaredAt at = here();
        BackupName backup = estate().named(BackupName::of, name, notes().address(), at);
        Backup.Builder builder = Backup.builder().name(backup);
        Notes of = new Notes(Address.of("backup", backup), at);
        new BackupScope(estate(), of, builder).run(spec);
        estate().part(whole -> whole.addBackups(builder.places(of.places()).build()));
        return this;
    }

    @Override
    public NotifierRef telegram(String name, String chat, Secret token) {
        DeclaredAt at = here();
        return notifier(name, at, Notifier.builder().telegramChat(chat).telegramToken(use(token)));
    }

    @Override
    public NotifierRef mail(String name, EmailAddress address) {
        return notifier(name, here(), Notifier.builder().mail(address));
    }

    private NotifierRef notifier(String name, DeclaredAt at, Notifier.Builder builder) {
        NotifierName notifierName = estate().named(NotifierName::of, name, notes().address(), at);
        Notifier notifier = builder.name(notifierName).places(Places.of(at)).build();
        estate().part(whole -> whole.addNotifiers(notifier));
        return new Handles.Notifier(estate(), notifierName, at);
    }

    @Override
    public TopologySpec alert(String name, Metric metric, Consumer<? super AlertSpec> spec) {
        DeclaredAt at = here();
        AlertName alert = estate().named(AlertName::of, name, notes().address(), at);
        Alert.Builder builder = Alert.builder().name(alert).metric(metric);
        Notes of = new Notes(Address.of("alert", alert), at);
        new SmallScopes.OfAlert(estate(), of, builder).run(spec);
        estate().part(whole -> whole.addAlerts(builder.places(of.places()).build()));
        return this;
    }

    @Override
    public TopologySpec acknowledge(TopologyRule rule, Handle object, String reason) {
        DeclaredAt at = here();
        return accepts(object, at) ? acknowledge(rule.name(), object.address(), reason, at) : this;
    }

    @Override
    public TopologySpec acknowledge(TopologyRule rule, Address object, String reason) {
        return acknowledge(rule.name(), object, reason, here());
    }

    @Override
    public TopologySpec acknowledge(Code warning, Handle object, String reason) {
        DeclaredAt at = here();
        return accepts(object, at) ? acknowledge(warning.id(), object.address(), reason, at) : this;
    }

    @Override
    public TopologySpec acknowledge(Code warning, Address object, String reason) {
        return acknowledge(warning.id(), object, reason, here());
    }

    private TopologySpec acknowledge(String rule, Address object, String reason, DeclaredAt at) {
        Acknowledgement acknowledgement = Acknowledgement.builder()
                .rule(rule)
                .object(object)
                .reason(reason)
                .places(Places.of(at))
                .build();
        estate().part(whole -> whole.addAcknowledgements(acknowledgement));
        return this;
    }
}
