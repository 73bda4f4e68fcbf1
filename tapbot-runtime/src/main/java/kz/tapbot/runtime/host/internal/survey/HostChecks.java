package kz.tapbot.runtime.host.internal.survey;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.host.result.SurveyCode;
import kz.tapbot.runtime.spi.HostCheck;

/**
 * What a finished server has to show beside what is declared of it: that nobody else is root or gets in, whatever somebody has done there by hand. What was declared is
 * compared by a plan; this is about what nobody would think of declaring.
 */
public final class HostChecks {

    private static final String NOBODY = "nobody";
    private static final String ENGINE = "dockerd";

    private final Server server;
    private final Survey survey;
    private final LocalDate today;
    private final List<Diagnostic> found;
    private final CheckList checks;
    private final SshChecks ssh;
    private final SystemChecks system;

    private HostChecks(Server server, Survey survey, Examination examination, LocalDate today) {
        this.server = server;
        this.survey = survey;
        this.today = today;
        this.checks = new CheckList(server.name());
        this.ssh = new SshChecks(server, survey, examination, checks);
        this.system = new SystemChecks(server, survey, examination, checks);
        Server plain = Server.builder()
                .name(server.name())
                .host(server.host())
                .ssh(server.ssh())
                .build();
        this.found = new SurveyedServer(plain, survey).findings();
    }

    /**
     * Of a server.
     *
     * @param server as it is declared
     * @param survey as it is
     * @param examination the same, of what only a proof asks
     * @param today to tell which accounts have ended
     */
    public static List<HostCheck> of(Server server, Survey survey, Examination examination, LocalDate today) {
        return new HostChecks(server, survey, examination, today).all();
    }

    private List<HostCheck> all() {
        people();
        doors();
        if (server.firewall()) {
            told(
                    "The firewall of server " + server.name() + " holds for both families.",
                    "it does",
                    SurveyCode.ONE_FAMILY,
                    SurveyCode.FIREWALL_IDLE,
                    SurveyCode.FIREWALL_NOT_READ);
        }
        system.listeners();
        checks.add(
                "The engine of server " + server.name() + " takes no orders over the network.",
                "no port of it",
                listening(ENGINE));
        if (!server.jails().isEmpty()) {
            told(
                    "Whoever fails to log in to server " + server.name() + " is shut out.",
                    "a jail for sshd that runs",
                    SurveyCode.NO_BANS);
        }
        if (server.updates().isPresent()) {
            told(
                    "Security updates of server " + server.name() + " install themselves.",
                    "unattended-upgrades",
                    SurveyCode.NO_UPDATES);
        }
        system.schedules();
        system.secrets();
        system.journal();
        system.dumps();
        return checks.all();
    }

    private void people() {
        Set<String> declared = new TreeSet<>(List.of("root", server.ssh().user()));
        server.delegates().forEach(delegate -> declared.add(delegate.name().value()));
        checks.add(
                "Nobody has an account on server " + server.name() + " who is not declared.",
                NOBODY,
                survey.accounts().stream()
                        .filter(Account::isPersonal)
                        .filter(account -> account.letsIn(today) && !declared.contains(account.name()))
                        .filter(account -> !survey.locked().contains(account.name()))
                        .map(Account::name)
                        .toList());
        told("No account of server " + server.name() + " has an empty password.", NOBODY, SurveyCode.NO_PASSWORD);
        told(
                "Nobody but root is root on server " + server.name() + ", or becomes it by sudo.",
                NOBODY,
                SurveyCode.ROOT_UNASKED,
                SurveyCode.ROOT_ASKED);
        checks.add(
                "Only root and their owner write to the files of server " + server.name() + " that decide who gets in.",
                "as the system makes them",
                survey.modes().stream()
                        .filter(FileMode::isWrong)
                        .map(FileMode::toString)
                        .toList());
        told(
                "No line of sudo on server " + server.name() + " gives more than it names.",
                "exact lines",
                SurveyCode.SUDO_WIDE);
    }

    private void doors() {
        told(
                "root does not log in to server " + server.name() + " with a password.",
                "by key alone",
                SurveyCode.ROOT_PASSWORD);
        ssh.add();
    }

    private List<String> listening(String program) {
        return survey.listeners().stream()
                .filter(listener -> listener.isOutside() && listener.program().equals(program))
                .map(listener -> listener.port() + " at " + listener.address())
                .toList();
    }

    /** Whom Tapbot logs in as until a delegate may deploy, and who is shut out anyway. */
    private boolean isExcused(Address about) {
        int before = about.path().lastIndexOf('/');
        if (before < 0) {
            return false; // Of the server itself, whatever its name is.
        }
        String user = about.path().substring(before + 1);
        return survey.locked().contains(user) || user.equals(server.ssh().user()) && !user.equals("root");
    }

    /** Whether one of these was found. */
    private void told(String sentence, String expected, Code... codes) {
        Set<Code> these = Set.of(codes);
        List<Diagnostic> wrong = found.stream()
                .filter(each -> these.contains(each.code()))
                .filter(each -> !isExcused(each.address()))
                .sorted(Comparator.comparing(each -> each.address().toString()))
                .toList();
        checks.add(
                wrong.isEmpty() ? checks.about() : wrong.get(0).address(),
                sentence,
                expected,
                wrong.isEmpty()
                        ? Optional.empty()
                        : Optional.of(wrong.stream().map(HostChecks::brief).collect(Collectors.joining(" "))),
                Optional.empty());
    }

    private static String brief(Diagnostic found) {
        return found.address() + ": " + found.detail().lines().findFirst().orElse(found.summary());
    }
}
