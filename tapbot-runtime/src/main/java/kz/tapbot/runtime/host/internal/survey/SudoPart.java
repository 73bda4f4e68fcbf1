package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.host.internal.link.Door;
import kz.tapbot.runtime.host.result.SurveyCode;

/** What sudo lets users do: named rights where its lines are exact, and root by another name where they are not. */
final class SudoPart {

    private static final Pattern RESTART = Pattern.compile(
            "(?:/usr)?/bin/systemctl(?: --no-pager)?(?: --no-ask-password)? restart ([A-Za-z0-9_.@-]{1,200})");
    private static final Pattern VIEW = Pattern.compile("/usr/local/sbin/tapbot-view (?:ps|stats|logs [a-z0-9-]+)");

    /** Programs that run others, show files in a pager or write where they are told (sudoers(5), "Preventing shell escapes"). */
    private static final Set<String> SHELLS = Set.of(
            "sh", "bash", "dash", "zsh", "su", "env", "vi", "vim", "nano", "less", "more", "man", "find", "awk", "perl",
            "python3", "tar", "rsync", "cp", "mv", "tee", "dd", "git", "docker", "apt", "apt-get", "dpkg", "chmod",
            "chown", "mount");

    /** Programs that show what they say in a pager unless told otherwise. */
    private static final Pattern PAGED = Pattern.compile("\\S*/(?:systemctl|journalctl)(?: .*)?");

    /**
     * What a user may do by exact lines.
     *
     * @param views see containers
     * @param deploys all, as Tapbot does it
     * @param restarts restart units
     */
    record Rights(boolean views, boolean deploys, SortedSet<UnitName> restarts) {}

    private final Survey survey;
    private final Findings findings;

    SudoPart(Survey survey, Findings findings) {
        this.survey = survey;
        this.findings = findings;
    }

    /** Of a user, by lines for it and for its groups; what is more than exact is told. */
    Rights of(Account account) {
        boolean views = false;
        boolean deploys = false;
        SortedSet<UnitName> restarts = new TreeSet<>();
        List<String> left = new ArrayList<>();
        for (Grant grant : survey.grants()) {
            boolean own = grant.who().equals(account.name());
            if (!own && !account.groups().contains(grant.who().replaceFirst("^%", ""))) {
                continue;
            }
            Matcher restart = RESTART.matcher(exact(grant.command()));
            if (grant.refused()) {
                left.add("not " + grant.command());
            } else if (grant.isAll()) {
                all(account.name(), grant, own);
            } else if (exact(grant.command()).equals(Door.PROGRAM)) {
                deploys = true;
            } else if (VIEW.matcher(grant.command()).matches()) {
                views = true;
            } else if (!(restart.matches() && unit(restart.group(1), restarts))
                    && !wide(account.name(), grant.command())) {
                left.add(grant.command());
            }
        }
        if (!left.isEmpty()) {
            findings.ofUser(
                    SurveyCode.NOT_CARRIED,
                    account.name(),
                    "Lines of sudo that Tapbot has no words for: " + Texts.some(left) + ".",
                    "A server made from the source would be without them.",
                    "Say what the user needs as mayInspect() or mayRestart(…), or have a service do it.");
        }
        return new Rights(views, deploys, restarts);
    }

    /** Lines for whom there is nobody: the next member of that group gets them. */
    void groups() {
        for (Grant grant : survey.grants()) {
            boolean known = survey.accounts().stream()
                    .filter(Account::isPersonal)
                    .anyMatch(account -> account.name().equals(grant.who())
                            || account.groups().contains(grant.who().replaceFirst("^%", "")));
            boolean usual = grant.isAll() && grant.asked() && grant.who().startsWith("%");
            if (!known && !usual) {
                findings.add(
                        SurveyCode.NOT_CARRIED,
                        "A line of sudo is for " + grant.who() + ", who is no user with a shell: " + grant.command()
                                + ".",
                        "Whoever becomes that, or is put into that group, gets it.",
                        "Take it away if nobody needs it.");
            }
        }
    }

    private void all(String user, Grant grant, boolean own) {
        String by = own ? "" : " by its group " + grant.who().substring(1);
        if (grant.asked()) {
            findings.ofUser(
                    SurveyCode.ROOT_ASKED,
                    user,
                    "The user may run everything as root by sudo" + by + ", with its password.",
                    "Whoever gets the password, or sits at the open session, owns the server.",
                    "Give root its own key, and declare what the user may do: delegate(\"" + user
                            + "\", d -> d.mayInspect().mayRestart(…)).");
        } else {
            findings.ofUser(
                    SurveyCode.ROOT_UNASKED,
                    user,
                    "The user may run everything as root by sudo" + by + ", without a password (NOPASSWD: ALL).",
                    "Any program that the user runs, or that somebody slips to it, owns the server.",
                    "Take the line away, and declare what the user may do: delegate(\"" + user
                            + "\", d -> d.mayInspect().mayRestart(…)).");
        }
    }

    private static String exact(String command) {
        return command.endsWith(" \"\"") ? command.substring(0, command.length() - 3) : command;
    }

    private static boolean unit(String text, SortedSet<UnitName> into) {
        try {
            into.add(UnitName.of(text.matches(".*\\.(service|socket|timer|path|target)") ? text : text + ".service"));
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    /** Why a line gives more than it names, if it does (sudoers(5), "Wildcards"). */
    private boolean wide(String user, String command) {
        String program = command.replaceFirst(" .*", "");
        String base = program.substring(program.lastIndexOf('/') + 1);
        String why;
        if (command.matches(".*(?<!\\\\)[*?\\[].*")) {
            why = "A wildcard matches spaces and slashes, too: whoever may say the rest of the line adds arguments"
                    + " of their own.";
        } else if (program.endsWith("/")) {
            why = "It names a directory: every program in it may be run.";
        } else if (SHELLS.contains(base)) {
            why = base + " runs other programs, or writes where it is told.";
        } else if (program.equals(command)) {
            why = "It names a program without arguments, which allows any arguments.";
        } else if (PAGED.matcher(command).matches() && !command.contains("--no-pager")) {
            why = base + " shows long output in a pager, from which any program can be started.";
        } else {
            return false;
        }
        findings.ofUser(
                SurveyCode.SUDO_WIDE,
                user,
                "The user may run this as root: " + command,
                why,
                "Take the line away, and declare what the user may do: delegate(\"" + user
                        + "\", d -> d.mayInspect().mayRestart(…)).");
        return true;
    }
}
