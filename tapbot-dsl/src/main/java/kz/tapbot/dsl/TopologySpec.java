package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.rule.TopologyRule;

/** The scope of a whole topology. */
public interface TopologySpec extends Scope<TopologySpec> {

    /** Says what it is, for people. */
    TopologySpec describedAs(String text);

    /** Declares a set of addresses: IPv4 or IPv6 addresses, or blocks in CIDR notation. */
    AddressSetRef addresses(String name, String first, String... more);

    /** Declares a DNS zone. */
    ZoneRef zone(String name);

    /** Declares a DNS zone. */
    ZoneRef zone(String name, Consumer<? super ZoneSpec> spec);

    /** Declares Let's Encrypt as an issuer of certificates that writes to the mail address; named {@code letsencrypt}. */
    CertificatesRef letsEncrypt(String mail, Consumer<? super CertificatesSpec> spec);

    /** Declares an issuer of certificates by its ACME directory (RFC 8555), an https address. */
    CertificatesRef certificates(String name, String directory, EmailAddress mail);

    /** Declares a service of somebody else that ours depend on. */
    OutsideApiRef outsideApi(String name, String host, Port port);

    /**
     * Declares who pulls images from a registry that does not give them to everybody, or to nobody in particular as slowly as Docker Hub does.
     *
     * @param registry as references to its images begin: {@code ghcr.io}, {@code registry.example.com:5000}; {@code docker.io} is Docker Hub
     * @param user the name to log in by
     * @param password the password or access token; one that may only read is enough
     */
    TopologySpec registry(String registry, String user, Secret password);

    /** Declares a server. */
    ServerRef server(String name, HostAddress address);

    /** Declares a server. */
    ServerRef server(String name, HostAddress address, Consumer<? super ServerSpec> spec);

    /** Declares a private encrypted link between servers, with the addresses inside it. */
    LinkRef link(String name, Cidr subnet, Consumer<? super LinkSpec> spec);

    /** Declares a backup. */
    TopologySpec backup(String name, Consumer<? super BackupSpec> spec);

    /** Declares a Telegram chat that people are told in. */
    NotifierRef telegram(String name, String chat, Secret token);

    /** Declares a mail address that people are told at. */
    NotifierRef mail(String name, EmailAddress address);

    /** Declares what people are told of. */
    TopologySpec alert(String name, Metric metric, Consumer<? super AlertSpec> spec);

    /**
     * Accepts that a rule does not hold for one thing, which then no longer breaks it. One that accepts nothing is itself told of.
     *
     * @param reason why, for whoever comes later
     */
    TopologySpec acknowledge(TopologyRule rule, Handle object, String reason);

    /** The same for a thing that has no handle: a route, as {@code route:dir.example.com}, or a user, as {@code delegate:data/monitor}. */
    TopologySpec acknowledge(TopologyRule rule, Address object, String reason);

    /**
     * Accepts a warning of the checks about one thing, which is then only a note. An error cannot be accepted.
     *
     * @param warning as in {@code kz.tapbot.validate.code.TopologyCode}
     * @param reason why, for whoever comes later
     */
    TopologySpec acknowledge(Code warning, Handle object, String reason);

    /** The same for a thing that has no handle. */
    TopologySpec acknowledge(Code warning, Address object, String reason);
}
