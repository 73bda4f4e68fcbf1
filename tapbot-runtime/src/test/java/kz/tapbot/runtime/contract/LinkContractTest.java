package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.PutLink;
import kz.tapbot.runtime.operation.PutLinkKey;
import kz.tapbot.runtime.operation.RemoveLink;
import kz.tapbot.runtime.operation.RemoveLinkKey;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.resource.LinkPath;
import kz.tapbot.runtime.resource.LinkPeer;
import kz.tapbot.runtime.resource.LinkResource;
import org.junit.jupiter.api.Test;

/** A server's end of a link, and its keys. */
public abstract class LinkContractTest extends Trial {

    private static final LinkName PRIVATE = LinkName.of("private");
    private static final ServerName OTHER = ServerName.of("other");

    /** A public key of nobody. */
    private static final String SOME_KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

    @Test
    void a_link_comes_is_given_another_key_and_goes() {
        LinkResource first = link(1);
        refused(new PutLinkKey(key(1).address(), key(1)), "wireguard-tools is not installed");
        for (String name : List.of("wireguard-tools", "wireguard-go")) {
            perform(new InstallPackage(address("package", name), PackageName.of(name)));
        }
        refused(new PutLink(first.address(), first), "nothing is known of link-key:");
        String publicKey = make(1);
        assertThat(make(1)).isEqualTo(publicKey);
        refused(new PutLink(first.address(), first), "nothing is known of link-key:other/private.1");

        contents.tell(LinkKeyResource.address(OTHER, PRIVATE, 1), SOME_KEY);
        perform(new PutLink(first.address(), first));
        isAsDesired(first);
        assertThat(seen(first))
                .get()
                .satisfies(found -> assertThat(found.attributes())
                        .containsEntry("key", publicKey)
                        .containsEntry("state", "up"));
        perform(new PutLink(first.address(), first));
        restart();
        isAsDesired(first);

        assertThat(make(2)).isNotEqualTo(publicKey);
        LinkResource second = link(2);
        contents.tell(LinkKeyResource.address(OTHER, PRIVATE, 2), SOME_KEY);
        perform(new PutLink(second.address(), second), new RemoveLinkKey(key(1).address(), "private.1"));
        isAsDesired(second);
        assertThat(seen(key(1))).isEmpty();

        perform(
                new RemoveLink(second.address(), PRIVATE),
                new RemoveLink(second.address(), PRIVATE),
                new RemoveLinkKey(key(2).address(), "private.2"));
        assertThat(seen(second)).isEmpty();
        assertThat(look().publicKeys()).isEmpty();
    }

    private void restart() {
        session.close();
        harness.restart();
        session = open(OURS, "second@contract");
    }

    private String make(int number) {
        perform(new PutLinkKey(key(number).address(), key(number)));
        isAsDesired(key(number));
        String told = contents.publicKey(key(number).address()).orElseThrow();
        assertThat(look().publicKeys()).containsEntry(key(number).address(), told);
        return told;
    }

    private LinkKeyResource key(int number) {
        return new LinkKeyResource(server(), PRIVATE, number, NOTHING);
    }

    private LinkResource link(int keys) {
        LinkPermit permit = new LinkPermit(
                new ServiceId(OTHER, ServiceName.of("n8n")), new ServiceId(server(), ServiceName.of("postgres")), 5432);
        LinkPlan plan = LinkPlan.of(Link.builder()
                .name(PRIVATE)
                .addServers(server(), OTHER)
                .subnet(Cidr.of("10.99.0.0/24"))
                .addPermits(permit)
                .build());
        LinkPeer peer = new LinkPeer(
                OTHER,
                LinkKeyResource.address(OTHER, PRIVATE, keys),
                "198.51.100.9:51820",
                plan.address(OTHER),
                plan.hostName(OTHER),
                plan.behind(OTHER));
        LinkPath path = new LinkPath(
                permit,
                plan.from(permit).orElseThrow(),
                plan.address(server()),
                plan.to(permit).orElseThrow());
        return new LinkResource(
                server(),
                PRIVATE,
                Cidr.of("10.99.0.0/24"),
                plan.address(server()),
                51_820,
                key(keys).address(),
                new TreeSet<>(List.of(peer)),
                new TreeSet<>(List.of(path)),
                NOTHING);
    }
}
