package kz.tapbot.runtime.host.internal.look;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.resource.LinkPath;
import kz.tapbot.runtime.resource.LinkResource;

/**
 * Rules of iptables for a link, as it prints them. What a service sends to its server in the network that is for this alone goes on to the other
 * server; there, what comes from that service's address is for the one container that it may reach, in whose network it then comes from its own
 * server, so that answers find back. All else that would pass is refused on the way out, and dropped on the way in.
 */
public final class LinkRules {

    private static final String ANSWERS = " -m conntrack --ctstate RELATED,ESTABLISHED ";
    private static final String REFUSED = " -j REJECT --reject-with icmp-port-unreachable";
    private static final String REFUSED_BY_IPV6 = " -j REJECT --reject-with icmp6-port-unreachable";

    private final LinkResource link;
    private final String device;
    private final String chain;

    /** Of that link. */
    public LinkRules(LinkResource link) {
        this.link = link;
        device = Places.linkInterface(link.name());
        chain = chain(device);
    }

    static String chain(String device) {
        return "TAPBOT-" + device;
    }

    /** The table {@code filter} of IPv4. */
    public List<String> filter() {
        List<String> rules = new ArrayList<>();
        rules.add("-A " + chain + " -i " + device + ANSWERS + "-j ACCEPT");
        rules.add("-A " + chain + " -o " + device + ANSWERS + "-j ACCEPT");
        for (LinkPath path : link.paths()) {
            rules.add("-A " + chain
                    + (isOut(path)
                            ? between(path, path.server().value()) + " -o " + device
                            : between(path, path.to().address().value()) + " -i " + device)
                    + port(path) + " -j ACCEPT");
        }
        rules.add("-A " + chain + " -i " + device + " -j DROP");
        rules.add("-A " + chain + " -o " + device + REFUSED);
        rules.add("-A " + chain + "-IN -i " + device + ANSWERS + "-j RETURN");
        rules.add("-A " + chain + "-IN -i " + device + " -p icmp -j RETURN");
        rules.add("-A " + chain + "-IN -i " + device + " -j DROP");
        rules.add("-A " + chain + "-OUT -o " + device + ANSWERS + "-j RETURN");
        rules.add("-A " + chain + "-OUT -o " + device + " -p icmp -j RETURN");
        rules.add("-A " + chain + "-OUT -o " + device + REFUSED);
        return rules;
    }

    /** The table {@code nat} of IPv4. */
    public List<String> nat() {
        List<String> rules = new ArrayList<>();
        for (LinkPath path : link.paths()) {
            LinkEnd to = path.to();
            if (isOut(path)) {
                rules.add("-A " + chain + between(path, path.from().gateway().value()) + port(path)
                        + " -j DNAT --to-destination " + path.server());
            } else {
                rules.add("-A " + chain + between(path, path.server().value()) + " -i " + device + port(path)
                        + " -j DNAT --to-destination " + to.address());
            }
        }
        for (LinkPath path : link.paths()) {
            if (!isOut(path)) {
                rules.add("-A " + chain + "-OUT"
                        + between(path, path.to().address().value()) + port(path) + " -j SNAT --to-source "
                        + path.to().gateway());
            }
        }
        return rules;
    }

    /** The table {@code filter} of IPv6, which does not pass. */
    public List<String> filterIpv6() {
        return List.of(
                "-A " + chain + " -i " + device + " -j DROP",
                "-A " + chain + " -o " + device + REFUSED_BY_IPV6,
                "-A " + chain + "-IN -i " + device + " -j DROP",
                "-A " + chain + "-OUT -o " + device + REFUSED_BY_IPV6);
    }

    private boolean isOut(LinkPath path) {
        return path.permit().from().server().equals(link.server());
    }

    private static String between(LinkPath path, String to) {
        return " -s " + path.from().address() + "/32 -d " + to + "/32";
    }

    private static String port(LinkPath path) {
        return " -p tcp -m tcp --dport " + path.permit().port();
    }

    /** What iptables-restore(8) is given for IPv4. */
    public String restore() {
        return table("filter", filter(), "", "-IN", "-OUT") + table("nat", nat(), "", "-OUT");
    }

    /** What ip6tables-restore(8) is given. */
    public String restoreIpv6() {
        return table("filter", filterIpv6(), "", "-IN", "-OUT");
    }

    private String table(String name, List<String> rules, String... chains) {
        StringBuilder out = new StringBuilder("*").append(name).append('\n');
        for (String each : chains) {
            out.append(':').append(chain).append(each).append(" - [0:0]\n");
        }
        rules.forEach(rule -> out.append(rule).append('\n'));
        return out.append("COMMIT\n").toString();
    }
}
