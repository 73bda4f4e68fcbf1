package kz.tapbot.runtime.host.internal.survey;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.host.result.SurveyCode;

/** A server with its containers, and with what a survey found around them: what Tapbot has words for is in it, everything else in the findings. */
public final class SurveyedServer {

    private final Survey survey;
    private final Server.Builder builder;
    private final Findings findings;
    private final Sets sets = new Sets();
    private final Server server;

    /** Of a server with its containers and with how it is logged in to. */
    public SurveyedServer(Server before, Survey survey) {
        this.survey = survey;
        this.builder = Server.builder().from(before);
        this.findings = new Findings(
                before.name(),
                survey.accounts().stream()
                        .filter(Account::isPersonal)
                        .map(Account::name)
                        .collect(Collectors.toSet()));
        system();
        new SshPart(survey, builder, findings).write(before.ssh());
        new FirewallPart(survey, before, findings, sets).write(builder);
        new PeoplePart(survey, before.ssh().user(), findings).write(builder);
        new ProtectionPart(survey, before, findings).write(builder);
        left();
        this.server = builder.build();
    }

    private void system() {
        builder.ipv6(survey.ipv6().filter(ipv6 -> isOther(ipv6.value())));
        builder.size(survey.size());
        builder.swap(survey.swap());
        builder.updates(survey.updates());
        Optional<OperatingSystem> system = survey.release().flatMap(OperatingSystem::find);
        builder.system(system);
        if (system.isEmpty()) {
            findings.add(
                    SurveyCode.NOT_CARRIED,
                    "The server runs "
                            + survey.release().orElse("a system that does not say what it is")
                            + ", which Tapbot does not know.",
                    "It was read as if it were Debian; where it differs, the import may be wrong.",
                    "Move it to a release that Tapbot knows before you let it make changes there.");
        }
        zone();
        sysctl();
    }

    /** An address that the server is reached by already is no second one. */
    private boolean isOther(String ipv6) {
        return !builder.build().host().value().equals(ipv6);
    }

    private void zone() {
        try {
            builder.timeZone(ZoneId.of(survey.zone()));
        } catch (DateTimeException e) {
            notCarried("The time zone " + survey.zone() + " is none that Java knows.", "The source has UTC.");
        }
    }

    private void sysctl() {
        NavigableMap<String, String> all = new TreeMap<>();
        survey.sysctl().forEach((key, value) -> {
            try {
                all.put(SysctlKey.of(key).value(), value);
            } catch (InvalidValueException e) {
                notCarried("The kernel setting " + key + " has a name that Tapbot does not know.", "It is left out.");
            }
        });
        builder.sysctl(all);
    }

    private void notCarried(String what, String instead) {
        findings.add(SurveyCode.NOT_CARRIED, what, instead, "Say it in the source where it matters.");
    }

    private void left() {
        if (survey.engineStopped()) {
            findings.add(
                    SurveyCode.NOT_CARRIED,
                    "There is a container engine, and it does not run.",
                    "What is on it is not known, and opens its ports when it starts.",
                    "Start it (systemctl start docker), and import again.");
        }
        if (!survey.units().isEmpty()) {
            findings.add(
                    SurveyCode.NOT_CARRIED,
                    "Units of the administrator's own are in /etc/systemd/system: " + Texts.some(survey.units()) + ".",
                    "A server made from the source would be without them.",
                    "Put what they run into a container, or keep them by hand: Tapbot leaves them alone.");
        }
        findings.add(
                SurveyCode.NOT_READ,
                "An import does not look at cron, packages, files, mail, certificates and data.",
                "A server made from the source would be without them.",
                "Say what you need of it: packages in system(…), files with the service that reads them.");
    }

    /** The server. */
    public Server server() {
        return server;
    }

    /** The sets of addresses that it names. */
    public List<AddressSet> sets() {
        return sets.all();
    }

    /** What is wrong with it, and what was not carried over. */
    public List<Diagnostic> findings() {
        return new ArrayList<>(findings.all());
    }
}
