package kz.tapbot.model.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import org.junit.jupiter.api.Test;

class LinkPlanTest {

    private static final ServerName APP = ServerName.of("app");
    private static final ServerName DATA = ServerName.of("data");
    private static final LinkPermit PERMIT =
            new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/postgres"), 5432);

    @Test
    void servers_and_services_have_addresses_apart() {
        LinkPlan plan = LinkPlan.of(link("10.99.0.0/24", PERMIT));
        assertThat(plan.address(APP)).hasToString("10.99.0.1");
        assertThat(plan.address(DATA)).hasToString("10.99.0.2");
        assertThat(plan.hostName(DATA)).hasToString("data.private.internal");
        LinkEnd from = plan.from(PERMIT).orElseThrow();
        LinkEnd to = plan.to(PERMIT).orElseThrow();
        assertThat(from.network()).hasToString("link-private-n8n-to-data");
        assertThat(to.network()).hasToString("link-private-postgres");
        assertThat(from.block().overlaps(to.block())).isFalse();
        assertThat(from.block().contains(from.gateway())).isTrue();
        assertThat(plan.behind(APP)).containsExactly(Cidr.of("10.99.0.1/32"), from.block());
        assertThat(plan.behind(DATA)).containsExactly(to.block(), Cidr.of("10.99.0.2/32"));
    }

    @Test
    void one_more_service_leaves_the_others_where_they_are() {
        LinkPermit more = new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/directus"), 8055);
        LinkPlan before = LinkPlan.of(link("10.99.0.0/24", PERMIT));
        LinkPlan after = LinkPlan.of(link("10.99.0.0/24", PERMIT, more));
        assertThat(after.from(PERMIT)).isEqualTo(before.from(PERMIT)).isEqualTo(after.from(more));
        assertThat(after.to(PERMIT)).isEqualTo(before.to(PERMIT));
    }

    @Test
    void long_names_are_cut_and_stay_apart() {
        String name = "a".repeat(40);
        LinkPlan plan = LinkPlan.of(link(
                "10.99.0.0/24",
                new LinkPermit(ServiceId.of("app/" + name), ServiceId.of("data/" + name), 1),
                new LinkPermit(ServiceId.of("data/" + name), ServiceId.of("app/" + name), 1)));
        assertThat(plan.ends(APP).stream().map(end -> end.network().value()).collect(Collectors.toSet()))
                .hasSize(2)
                .allSatisfy(network -> assertThat(network).hasSize(40));
    }

    @Test
    void what_does_not_fit_is_said() {
        assertThat(LinkPlan.of(link("10.99.0.0/28", PERMIT)).fits()).isTrue();
        assertThat(LinkPlan.of(link("10.99.0.0/29", PERMIT)).fits()).isFalse();
        assertThat(LinkPlan.of(link("10.99.0.0/30")).fits()).isTrue();
        assertThat(LinkPlan.of(link("10.99.0.0/31")).fits()).isFalse();
        assertThat(LinkPlan.of(link("fd00::/64", PERMIT)).ends(APP)).isEmpty();
    }

    private static Link link(String subnet, LinkPermit... permits) {
        return Link.builder()
                .name(LinkName.of("private"))
                .servers(List.of(APP, DATA))
                .subnet(Cidr.of(subnet))
                .permits(List.of(permits))
                .build();
    }
}
