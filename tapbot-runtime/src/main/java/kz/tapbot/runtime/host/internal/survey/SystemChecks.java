package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;

/** What a server has to show beside its people: that nothing listens, runs or lies about there which nobody declares. */
final class SystemChecks {

    /** Has a claim of its own. */
    private static final String ENGINE = "dockerd";

    /** Made by the system for the change of the moment, which is ours. */
    private static final String UNDO = "/run/systemd/transient/tapbot-undo-";

    private final Server server;
    private final Survey survey;
    private final Examination examination;
    private final CheckList checks;

    SystemChecks(Server server, Survey survey, Examination examination, CheckList checks) {
        this.server = server;
        this.survey = survey;
        this.examination = examination;
        this.checks = checks;
    }

    /** Programs that take visitors. Those who ask others, and get their answers at a port that the kernel gives them, wait for nobody. */
    void listeners() {
        Set<Port> declared = declared();
        SortedSet<String> wrong = new TreeSet<>();
        survey.listeners().stream()
                .filter(each -> each.isReachable() && !each.isOfAClient())
                .filter(each -> !each.program().equals(ENGINE) && !declared.contains(each.port()))
                .forEach(each -> wrong.add(each.port() + " (" + each.program() + ")"));
        checks.add(
                "Nobody takes visitors on server " + server.name() + " who is not declared.",
                "nobody",
                List.copyOf(wrong));
    }

    private Set<Port> declared() {
        Set<Port> all = new TreeSet<>(examination.links());
        all.add(Port.tcp(server.ssh().port()));
        server.hostServices().forEach(service -> all.add(service.port()));
        server.open().forEach(rule -> all.add(rule.port()));
        server.services().stream()
                .filter(service -> !service.planned())
                .flatMap(service -> service.publications().stream())
                .filter(publication ->
                        !publication.bind().map(IpAddress::isLoopback).orElse(false))
                .forEach(publication -> all.add(publication.host()));
        return all;
    }

    void schedules() {
        Set<String> declared = new TreeSet<>();
        server.hostServices().forEach(service -> {
            declared.add("/etc/systemd/system/" + service.unit());
            service.files().forEach(file -> declared.add(file.path().value()));
        });
        checks.add(
                "Nothing runs at its time on server " + server.name() + " that nobody declares.",
                "nothing",
                examination.schedules().stream()
                        .filter(path -> !declared.contains(path) && !path.startsWith(UNDO))
                        .sorted()
                        .toList());
    }

    void secrets() {
        checks.add(
                "No dump, private key or file of passwords is read by everybody on server " + server.name() + ".",
                "none",
                examination.readable().stream().map(FileMode::toString).sorted().toList(),
                examination.searched()
                        ? Optional.empty()
                        : Optional.of(
                                "there are more than 2,000 to look into, or more than can be gone through in ten seconds"));
    }

    void journal() {
        checks.add(
                "The journal of server " + server.name() + " outlives a restart.",
                "it is on disk",
                examination
                        .journal()
                        .map(place ->
                                place.equals("disk") ? List.<String>of() : List.of("it is in " + place + " alone"))
                        .orElse(List.of("there is none")));
    }

    void dumps() {
        List<String> wrong = new ArrayList<>();
        examination.dumps().filter(Examination.Dumps::isWrong).ifPresent(dumps -> wrong.add(dumps.toString()));
        checks.add(
                "Programs that crash on server " + server.name() + " leave nothing of root's to others.",
                "nothing",
                wrong,
                examination.dumps().isPresent() ? Optional.empty() : Optional.of("the server does not tell"));
    }
}
