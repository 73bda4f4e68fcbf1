package kz.tapbot.model.json;

import java.time.Duration;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.volume.Volume;

/** The forms of addresses, names, networks and volumes. */
final class NetForms {

    static final Form<AddressSet> ADDRESS_SET = BuilderSpec.of(
                    "addressSet", "A named set of addresses.", AddressSet::builder, AddressSet.Builder::build)
            .named(Naming.of("addresses"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.ADDRESS_SET, AddressSet::name, (b, v) -> b.name(v), "Its name.")
            .set("blocks", ValueForms.CIDR, AddressSet::blocks, (b, v) -> b.blocks(v), "The blocks in it (CIDR).")
            .made();

    static final Form<DnsRecord> DNS_RECORD = BuilderSpec.of(
                    "dnsRecord",
                    "A record of a zone that does not follow from a route.",
                    DnsRecord::builder,
                    DnsRecord.Builder::build)
            .placed((b, places) -> b.places(places))
            .required(
                    "name",
                    ValueForms.TEXT,
                    DnsRecord::name,
                    (b, v) -> b.name(v),
                    "The name, relative to the zone; @ for the zone itself.")
            .required("type", new WordForm<>(RecordType.class), DnsRecord::type, (b, v) -> b.type(v), "The type.")
            .set(
                    "values",
                    ValueForms.TEXT,
                    DnsRecord::values,
                    (b, v) -> b.values(v),
                    "The values in the zone file's form.")
            .usual(
                    "ttl",
                    ValueForms.DURATION,
                    Duration.ofHours(1),
                    DnsRecord::ttl,
                    (b, v) -> b.ttl(v),
                    "How long it may be cached.")
            .made();

    static final Form<Zone> ZONE = BuilderSpec.of(
                    "zone", "A DNS zone and what is declared in it.", Zone::builder, Zone.Builder::build)
            .named(Naming.zone())
            .placed((b, places) -> b.places(places))
            .required("name", ValueForms.HOST_NAME, Zone::name, (b, v) -> b.name(v), "The zone's own name.")
            .optional("provider", ValueForms.TEXT, Zone::provider, (b, v) -> b.provider(v), "Who serves it.")
            .list(
                    "records",
                    DNS_RECORD,
                    Zone::records,
                    (b, v) -> b.records(v),
                    "Records that do not follow from routes.")
            .made();

    static final Form<CertificateAuthority> AUTHORITY = BuilderSpec.of(
                    "certificateAuthority",
                    "An issuer of certificates by ACME (RFC 8555) with the HTTP challenge.",
                    CertificateAuthority::builder,
                    CertificateAuthority.Builder::build)
            .named(Naming.of("certificates"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.AUTHORITY, CertificateAuthority::name, (b, v) -> b.name(v), "Its name.")
            .required(
                    "directory",
                    ValueForms.TEXT,
                    CertificateAuthority::directory,
                    (b, v) -> b.directory(v),
                    "The ACME directory: an https address.")
            .required(
                    "contact",
                    ValueForms.MAIL,
                    CertificateAuthority::contact,
                    (b, v) -> b.contact(v),
                    "Where the issuer writes to.")
            .made();

    static final Form<OutsideApi> OUTSIDE_API = BuilderSpec.of(
                    "outsideApi",
                    "A service of somebody else that services of the estate depend on.",
                    OutsideApi::builder,
                    OutsideApi.Builder::build)
            .named(Naming.of("outside"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.OUTSIDE_API, OutsideApi::name, (b, v) -> b.name(v), "Its name.")
            .required("host", ValueForms.HOST_NAME, OutsideApi::host, (b, v) -> b.host(v), "Its host.")
            .required("port", ValueForms.PORT, OutsideApi::port, (b, v) -> b.port(v), "Its port.")
            .made();

    static final Form<RegistryLogin> REGISTRY_LOGIN = BuilderSpec.of(
                    "registryLogin",
                    "Who pulls images from a registry that does not give them to everybody.",
                    RegistryLogin::builder,
                    RegistryLogin.Builder::build)
            .placed((b, places) -> b.places(places))
            .required(
                    "registry",
                    TextForm.of("a registry such as ghcr.io", RegistryHost::of),
                    RegistryLogin::registry,
                    (b, v) -> b.registry(v),
                    "The registry, as references to its images begin; docker.io is Docker Hub.")
            .required("user", ValueForms.TEXT, RegistryLogin::user, (b, v) -> b.user(v), "The name to log in by.")
            .required(
                    "password",
                    NameForms.SECRET,
                    RegistryLogin::password,
                    (b, v) -> b.password(v),
                    "The name of the secret that is the password or access token.")
            .made();

    static final Form<Network> NETWORK = BuilderSpec.of(
                    "network", "A container network of a server.", Network::builder, Network.Builder::build)
            .named(Naming.on("network"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.NETWORK, Network::name, (b, v) -> b.name(v), "Its name.")
            .usual(
                    "internal",
                    ValueForms.FLAG,
                    false,
                    Network::internal,
                    (b, v) -> b.internal(v),
                    "Whether it has no way out and nothing on it can be published.")
            .optional(
                    "subnet",
                    ValueForms.CIDR,
                    Network::subnet,
                    (b, v) -> b.subnet(v),
                    "Its IPv4 block; the engine chooses one if absent.")
            .optional(
                    "subnetIpv6",
                    ValueForms.CIDR,
                    Network::subnetIpv6,
                    (b, v) -> b.subnetIpv6(v),
                    "Its IPv6 block; no IPv6 if absent.")
            .made();

    static final Form<Volume> VOLUME = BuilderSpec.of(
                    "volume", "Named storage on a server; its data is guarded.", Volume::builder, Volume.Builder::build)
            .named(Naming.on("volume"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.VOLUME, Volume::name, (b, v) -> b.name(v), "Its name.")
            .optional(
                    "expectedSize",
                    ValueForms.SIZE,
                    Volume::expectedSize,
                    (b, v) -> b.expectedSize(v),
                    "How large it is expected to grow.")
            .optional(
                    "noBackupBecause",
                    ValueForms.TEXT,
                    Volume::noBackupBecause,
                    (b, v) -> b.noBackupBecause(v),
                    "Why it needs no backup; absent if it does.")
            .made();

    private NetForms() {}
}
