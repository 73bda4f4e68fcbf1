package kz.tapbot.runtime.host.internal.survey;

import java.time.Duration;
import java.util.List;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.host.result.SurveyCode;

/** Who is shut out, and whether updates come. */
final class ProtectionPart {

    private final Survey survey;
    private final Server server;
    private final Findings findings;

    ProtectionPart(Survey survey, Server server, Findings findings) {
        this.survey = survey;
        this.server = server;
        this.findings = findings;
    }

    void write(Server.Builder builder) {
        for (Ban ban : survey.bans()) {
            try {
                builder.addJails(new Jail(
                        ban.name(),
                        (int) ban.maxRetry(),
                        Duration.ofSeconds(ban.findTime()),
                        Duration.ofSeconds(ban.banTime())));
            } catch (InvalidValueException e) {
                findings.add(
                        SurveyCode.NOT_CARRIED,
                        "The jail " + ban.name() + " is not carried over. " + e.getMessage(),
                        "A server made from the source would be without it.",
                        "Say it in other numbers in the source.");
            }
        }
        if (survey.bans().stream().noneMatch(ban -> ban.name().equals("sshd"))) {
            findings.add(
                    SurveyCode.NO_BANS,
                    "Nobody is shut out who fails to log in by SSH: fail2ban has no jail sshd that runs.",
                    "Passwords and keys can be tried for ever.",
                    "Declare it: .jail(\"sshd\", j -> {}), with administeredFrom(…), so that it never shuts out yourself.");
        }
        containers();
        if (survey.updates().isEmpty()) {
            findings.add(
                    SurveyCode.NO_UPDATES,
                    "Security updates do not install themselves: unattended-upgrades is not there, or turned off.",
                    "A hole that everybody knows stays open until somebody thinks of it.",
                    "Declare them: .updates(u -> {}), with u.rebootAt(\"04:30\") where it may restart for them.");
        }
    }

    private void containers() {
        List<String> blind = survey.bans().stream()
                .filter(ban -> !ban.containers())
                .map(Ban::name)
                .toList();
        boolean published = server.services().stream()
                .flatMap(service -> service.publications().stream())
                .anyMatch(publication ->
                        !publication.bind().map(IpAddress::isLoopback).orElse(false));
        if (published && !blind.isEmpty()) {
            findings.add(
                    SurveyCode.BANS_PAST_CONTAINERS,
                    "Bans of the jails " + Texts.some(blind) + " do not hold for published ports of containers.",
                    "Who is banned for guessing passwords still reaches what containers publish.",
                    "Apply a declaration with these jails: Tapbot's bans hold before everything.");
        }
    }
}
