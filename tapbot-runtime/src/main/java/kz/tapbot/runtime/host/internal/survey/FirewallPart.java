package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.host.result.SurveyCode;
import kz.tapbot.runtime.resource.Opening;

/**
 * Who reaches what of a server, in the words of a declaration. A declared firewall holds for ports of containers, too; UFW's does not, so that behind UFW such a port is
 * declared for everybody, as it is.
 */
final class FirewallPart {

    private final Survey survey;
    private final Server server;
    private final Findings findings;
    private final Sets sets;
    private final NavigableMap<Port, String> programs = new TreeMap<>();
    private final NavigableSet<Port> published = new TreeSet<>();

    FirewallPart(Survey survey, Server server, Findings findings, Sets sets) {
        this.survey = survey;
        this.server = server;
        this.findings = findings;
        this.sets = sets;
        survey.listeners().stream()
                .filter(Listener::isOutside)
                .forEach(each -> programs.merge(
                        each.port(), each.program(), (one, other) -> one.equals("somebody") ? other : one));
        server.services().stream()
                .flatMap(service -> service.publications().stream())
                .filter(FirewallPart::isOutside)
                .forEach(publication -> published.add(publication.host()));
    }

    void write(Server.Builder builder) {
        survey.filter().remarks().forEach(remark -> findings.add(remark.code(), remark.text()));
        builder.firewall(survey.filter().kind() != Filter.Kind.NONE);
        switch (survey.filter().kind()) {
            case NONE -> listeners(builder);
            case UFW -> {
                openings(builder);
                pastUfw();
            }
            case OURS -> {
                openings(builder);
                builder.services(server.services().stream().map(this::guarded).toList());
            }
        }
    }

    /** Where nothing is refused, whoever listens is open to everybody. */
    private void listeners(Server.Builder builder) {
        Port ssh = Port.tcp(builder.build().ssh().port());
        List<String> found = new ArrayList<>();
        programs.forEach((port, program) -> {
            if (!port.equals(ssh) && !published.contains(port)) {
                builder.addOpen(new FirewallRule(port, List.of(), "found listening: " + program));
                found.add(port + " (" + program + ")");
            }
        });
        if (!found.isEmpty()) {
            findings.add(
                    SurveyCode.LISTENS_TO_ALL,
                    "Programs on the server itself listen on every address, and no firewall is before them: "
                            + Texts.some(found) + ".",
                    "Whoever scans the Internet finds them.",
                    "Turn off what nobody needs, have it listen on 127.0.0.1, or say in the source who is to reach it.");
        }
    }

    private void openings(Server.Builder builder) {
        Port ssh = Port.tcp(builder.build().ssh().port());
        for (Opening opening : survey.filter().openings()) {
            if (opening.container() || published.contains(opening.port())) {
                continue;
            }
            String reason = Optional.ofNullable(programs.get(opening.port()))
                            .map(program -> program + ", ")
                            .orElse("")
                    + opening.reason();
            if (opening.port().equals(ssh) && !opening.from().isEmpty()) {
                builder.addAllAdministeredFrom(sets.of(opening.from()));
            } else {
                builder.addOpen(new FirewallRule(opening.port(), sets.of(opening.from()), reason));
            }
        }
    }

    /** The engine forwards before UFW is asked (docs.docker.com/engine/network/packet-filtering-firewalls). */
    private void pastUfw() {
        for (Service service : server.services()) {
            for (Publication publication : service.publications()) {
                if (isOutside(publication)) {
                    pastUfw(service, publication);
                }
            }
        }
    }

    private void pastUfw(Service service, Publication publication) {
        String said = survey.filter().openings().stream()
                .filter(opening -> opening.port().equals(publication.host()))
                .map(opening -> opening.from().isEmpty()
                        ? "is told to let everybody in"
                        : "is told to let in "
                                + opening.from().stream().map(Object::toString).collect(Collectors.joining(", "))
                                + " only")
                .findFirst()
                .orElse("is told to refuse it");
        if (said.endsWith("everybody in")) {
            return;
        }
        findings.add(
                SurveyCode.PUBLISHED_PAST_FIREWALL,
                new ServiceId(server.name(), service.name()).address(),
                publication.host() + " of the server is published by this container, and UFW " + said + ".",
                "The engine forwards it before UFW is asked: everybody reaches it. The source says so.",
                "Take the publication away if only other containers need it, have it listen on 127.0.0.1, or say in the source who may reach it"
                        + " (p -> p.from(…)): the firewall that Tapbot sets holds for containers, too.");
    }

    /** By rules of ours: a port that they do not let through is closed. */
    private Service guarded(Service service) {
        List<Publication> kept = new ArrayList<>();
        for (Publication publication : service.publications()) {
            List<Opening> openings = survey.filter().openings().stream()
                    .filter(Opening::container)
                    .filter(each -> each.port().equals(publication.host()))
                    .toList();
            if (!isOutside(publication)) {
                kept.add(publication);
            } else if (openings.isEmpty()) {
                findings.add(
                        SurveyCode.NOT_CARRIED,
                        new ServiceId(server.name(), service.name()).address(),
                        publication.host()
                                + " is published by this container, and Tapbot's firewall lets nobody to it.",
                        "The source is without that publication: nobody reaches it.",
                        "Declare it with whom it is for, or leave it out.");
            } else {
                kept.add(new Publication(
                        publication.host(), publication.container(), publication.bind(), sets.of(all(openings))));
            }
        }
        return Service.builder().from(service).publications(kept).build();
    }

    /** Everybody, if one of them is for everybody. */
    private static SortedSet<Cidr> all(List<Opening> openings) {
        return openings.stream().anyMatch(opening -> opening.from().isEmpty())
                ? Collections.emptySortedSet()
                : openings.stream()
                        .flatMap(opening -> opening.from().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOutside(Publication publication) {
        return !publication.bind().map(IpAddress::isLoopback).orElse(false);
    }
}
