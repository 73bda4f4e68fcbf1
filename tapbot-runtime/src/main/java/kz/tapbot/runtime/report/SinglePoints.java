package kz.tapbot.runtime.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.Subject;
import kz.tapbot.runtime.view.TextTable;

/** What takes something else with it when it is away: every server, and every service that others need or are served by. */
final class SinglePoints {

    /** So many are shown, those that take most with them first; and so many names in each row. */
    private static final int MOST = 25;

    private static final int NAMED = 8;

    /** So many are followed from one thing: more change nothing in what is done about it. */
    private static final int FOLLOWED = 500;

    private final Map<ServiceId, List<Subject.OfService>> dependents = new HashMap<>();

    private record Point(String what, Set<Subject.OfService> taken, List<String> pages) {}

    private SinglePoints(Estate estate) {
        for (Subject.OfService one : estate.services()) {
            one.service().needs().forEach(need -> put(need.service(), one));
            one.service().routes().forEach(route -> put(route.proxy(), one));
        }
    }

    private void put(ServiceId on, Subject.OfService who) {
        dependents.computeIfAbsent(on, first -> new ArrayList<>()).add(who);
    }

    static TextTable table(Estate estate) {
        SinglePoints points = new SinglePoints(estate);
        List<Point> all = new ArrayList<>();
        Map<ServerName, List<Subject.OfService>> byServer = new HashMap<>();
        for (Subject.OfService one : estate.services()) {
            byServer.computeIfAbsent(one.server().name(), first -> new ArrayList<>())
                    .add(one);
        }
        for (Subject.OfServer server : estate.servers()) {
            List<Subject.OfService> on = byServer.getOrDefault(server.server().name(), List.of());
            all.add(points.point(server.address().toString(), on, true));
        }
        estate.services().stream()
                .filter(one -> points.dependents.containsKey(one.id()))
                .map(one -> points.point(one.address().toString(), List.of(one), false))
                .forEach(all::add);
        List<List<String>> rows = all.stream()
                .filter(point -> !point.taken.isEmpty())
                .sorted(Comparator.<Point>comparingInt(point -> -point.taken.size())
                        .thenComparing(Point::what))
                .limit(MOST)
                .map(point -> List.of(
                        point.what,
                        named(point.taken.stream()
                                .map(one -> one.address().toString())
                                .toList()),
                        named(point.pages)))
                .toList();
        return new TextTable(
                "What each takes with it", List.of("When away", "Takes with it", "Pages that are gone"), rows);
    }

    private Point point(String what, List<Subject.OfService> begin, boolean counted) {
        Set<Subject.OfService> gone = new LinkedHashSet<>(begin);
        Deque<Subject.OfService> next = new ArrayDeque<>(begin);
        while (!next.isEmpty() && gone.size() < FOLLOWED) {
            dependents.getOrDefault(next.remove().id(), List.of()).stream()
                    .filter(gone::add)
                    .forEach(next::add);
        }
        List<String> pages = gone.stream()
                .flatMap(one -> one.service().routes().stream())
                .map(route -> route.host() + (route.path().equals("/") ? "" : route.path()))
                .sorted()
                .toList();
        if (!counted) {
            begin.forEach(gone::remove);
        }
        return new Point(what, gone, pages);
    }

    private static String named(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
