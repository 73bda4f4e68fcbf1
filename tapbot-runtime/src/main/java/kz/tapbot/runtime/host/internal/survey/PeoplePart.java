package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.host.result.SurveyCode;

/** Who may log in and do what. */
final class PeoplePart {

    /** Groups whose members are root without a trace: of engines and of disks (docs.docker.com/engine/security; Debian, {@code SystemGroups}). */
    private static final Set<String> ROOTS =
            Set.of("docker", "lxd", "incus-admin", "libvirt", "disk", "shadow", "kmem", "root");

    /** Who may read logs: what {@code mayInspect} gives. */
    private static final Set<String> READERS = Set.of("adm", "systemd-journal");

    /** What is of no weight, and what installers give to the first user. */
    private static final Set<String> PLAIN = Set.of(
            "users",
            "audio",
            "video",
            "cdrom",
            "dip",
            "plugdev",
            "netdev",
            "games",
            "floppy",
            "bluetooth",
            "lpadmin",
            "scanner");

    private static final String REMEDY =
            "Take it away, and declare what the user may do: delegate(\"%s\", d -> d.mayInspect().mayRestart(…)).";

    private final Survey survey;
    private final String login;
    private final Findings findings;

    PeoplePart(Survey survey, String login, Findings findings) {
        this.survey = survey;
        this.login = login;
        this.findings = findings;
    }

    void write(Server.Builder builder) {
        for (Account account : survey.accounts()) {
            if (account.password() == Account.Password.NONE && account.shell()) {
                findings.ofUser(
                        SurveyCode.NO_PASSWORD,
                        account.name(),
                        "The account has an empty password.",
                        "Whoever comes to a console, and where sshd or sudo allows it to them as well, needs nothing but the name.",
                        "Lock it: passwd -l " + account.name() + ". Keys go on working.");
            }
            if (account.number() == Account.ROOT && !account.isRoot()) {
                findings.ofUser(
                        SurveyCode.ROOT_UNASKED,
                        account.name(),
                        "The account has the number 0: it is root by another name.",
                        "It is often what an intruder leaves behind.",
                        "Find out who made it, and remove it.");
            }
            if (account.isPersonal()) {
                person(account, builder);
            } else if (account.number() != Account.ROOT) {
                groups(account);
            }
        }
        new SudoPart(survey, findings).groups();
    }

    private void person(Account account, Server.Builder builder) {
        SudoPart sudo = new SudoPart(survey, findings);
        groups(account);
        SudoPart.Rights rights = sudo.of(account);
        Optional<UserName> name = name(account);
        if (name.isEmpty() || account.name().equals(login) && !rights.deploys()) {
            return;
        }
        builder.addDelegates(Delegate.builder()
                .name(name.get())
                .keys(keys(account))
                .mayInspect(rights.views() || account.groups().containsAll(READERS))
                .mayDeploy(rights.deploys())
                .mayRestart(rights.restarts())
                .expires(account.expires())
                .build());
    }

    private Optional<UserName> name(Account account) {
        try {
            return Optional.of(UserName.of(account.name()));
        } catch (InvalidValueException e) {
            findings.add(
                    SurveyCode.NOT_CARRIED,
                    "The user " + account.name() + " is not carried over. " + e.getMessage(),
                    "It stays on the server, with all that it may do.",
                    "Remove it by hand if nobody needs it.");
            return Optional.empty();
        }
    }

    private void groups(Account account) {
        List<String> others = new ArrayList<>();
        for (String group : account.groups()) {
            if (ROOTS.contains(group) && account.shell()) {
                findings.ofUser(
                        SurveyCode.ROOT_UNASKED,
                        account.name(),
                        "The user is in the group " + group + ".",
                        group.equals("docker")
                                ? "Whoever may speak with the engine mounts the server's disk into a container, and is root."
                                : "Its members read or write what only root may, and are root by one step more.",
                        REMEDY.formatted(account.name()));
            } else if (!PLAIN.contains(group) && !READERS.contains(group) && !isOfSudo(group)) {
                others.add(group);
            }
        }
        boolean half = account.groups().stream().filter(READERS::contains).count() == 1;
        if (half) {
            account.groups().stream().filter(READERS::contains).forEach(others::add);
        }
        if (account.isPersonal() && !others.isEmpty()) {
            findings.ofUser(
                    SurveyCode.NOT_CARRIED,
                    account.name(),
                    "Groups of the user that Tapbot has no words for: " + Texts.some(others) + ".",
                    "An apply of the source would take the user out of them.",
                    "Decide whether it needs them.");
        }
    }

    private boolean isOfSudo(String group) {
        return survey.grants().stream().anyMatch(grant -> grant.who().equals("%" + group));
    }

    private SortedSet<SshPublicKey> keys(Account account) {
        SortedSet<SshPublicKey> keys = new TreeSet<>();
        for (String line : account.keys()) {
            try {
                keys.add(SshPublicKey.of(line));
            } catch (InvalidValueException e) {
                findings.ofUser(
                        SurveyCode.NOT_CARRIED,
                        account.name(),
                        "A key of the user is not carried over, since Tapbot takes keys without options and of today's kinds: "
                                + shortened(line),
                        "An apply of the source would take it away.",
                        "Give it a key of its own kind in the source: type, base64 and a comment.");
            }
        }
        return keys;
    }

    /** A line of authorized_keys without the middle of its key; a public key is no secret, and an option's command may be. */
    private static String shortened(String line) {
        int type = line.indexOf("ssh-");
        boolean options = type > 0;
        String key = type < 0 ? line : line.substring(type);
        String first = key.length() > 24 ? key.substring(0, 24) + "…" : key;
        return (options ? "with options, " : "") + first;
    }
}
