package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;

/** Estates of which one permit of a link is not there, or one is there that was not. */
final class OnePermit {

    private OnePermit() {}

    static List<OneSetting> of(Topology topology) {
        List<OneSetting> all = new ArrayList<>();
        for (Link link : topology.links()) {
            for (LinkPermit permit : link.permits()) {
                TreeSet<LinkPermit> fewer = new TreeSet<>(link.permits());
                fewer.remove(permit);
                add("a permit less: " + said(permit), topology, link, fewer, all);
            }
            for (LinkPermit permit : LabLinks.possible(topology)) {
                if (!link.permits().contains(permit)
                        && link.permits().stream().noneMatch(other -> LabLinks.isOther(permit, other))) {
                    TreeSet<LinkPermit> more = new TreeSet<>(link.permits());
                    more.add(permit);
                    add("a permit more: " + said(permit), topology, link, more, all);
                }
            }
        }
        return all;
    }

    private static String said(LinkPermit permit) {
        return permit.from() + " to " + permit.port() + " of " + permit.to();
    }

    private static void add(
            String what, Topology topology, Link link, SortedSet<LinkPermit> permits, List<OneSetting> all) {
        Link other = Link.builder().from(link).permits(permits).build();
        all.add(new OneSetting(
                what, Topology.builder().from(topology).links(List.of(other)).build()));
    }
}
