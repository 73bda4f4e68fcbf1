package kz.tapbot.dsl;

/** The scope of a network. */
public interface NetworkSpec extends Scope<NetworkSpec> {

    /** Gives it no way out, and lets nothing on it be published. */
    NetworkSpec internal();

    /** Says its IPv4 block; Docker chooses one if not said. */
    NetworkSpec subnet(String cidr);

    /** Says its IPv6 block; it has no IPv6 if not said. */
    NetworkSpec subnetIpv6(String cidr);
}
