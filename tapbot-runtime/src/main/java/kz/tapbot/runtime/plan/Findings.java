package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;

/** What is found while a plan is made, in words. */
final class Findings {

    private static final int MOST_DIFFERENCES = 5;

    private final PlanOptions options;
    private final List<Diagnostic> all = new ArrayList<>();

    Findings(PlanOptions options) {
        this.options = options;
    }

    Report report(TopologyName topology) {
        return new Report(Address.topology(topology), all);
    }

    void notOurs(Observed found, List<Difference> differences) {
        Address address = found.address();
        StringBuilder text = new StringBuilder(thing(address))
                .append(" is there already and belongs to ")
                .append(owner(found.owner()))
                .append(".\nTapbot changes nothing that it did not make.\n");
        if (differences.isEmpty()) {
            text.append("It is as it shall be. To make it ours, plan with\n");
        } else {
            text.append("Adopted, it would change:\n");
            int shown = Math.min(MOST_DIFFERENCES, differences.size());
            for (Difference difference : differences.subList(0, shown)) {
                text.append("    ").append(PlanText.line(difference)).append('\n');
            }
            if (shown < differences.size()) {
                text.append("    and ").append(differences.size() - shown).append(" more\n");
            }
            text.append("To take it over and change it so, plan with\n");
        }
        add(
                RuntimeCode.NOT_OURS,
                address,
                text.append("    --adopt ")
                        .append(address)
                        .append("\nTo leave it alone, give ours another name.")
                        .toString());
    }

    void portTaken(Address address, String port, String by) {
        add(
                RuntimeCode.PORT_TAKEN,
                address,
                "It publishes " + port + ", on which " + Shown.plain(by) + " listens already.\n"
                        + "Tapbot stops nothing that it did not start. Stop that by hand, or publish another port.");
    }

    void subnetTaken(Address address, String block, Observed by, String its) {
        add(
                RuntimeCode.SUBNET_TAKEN,
                address,
                thing(by.address()) + " has " + its + ", which overlaps with " + block + "; it belongs to "
                        + owner(by.owner())
                        + ".\n"
                        + "The engine gives no address to two networks. Choose another block, or leave it out and the"
                        + " engine chooses.");
    }

    void dataGuarded(Address address, List<Difference> differences) {
        Difference first = differences.get(0);
        add(
                RuntimeCode.DATA_GUARDED,
                address,
                thing(address) + " holds data, and " + PlanText.line(first)
                        + " cannot be changed in place: it would be removed with its data and made anew.\n"
                        + "Leave it as it is, or give the new one another name and move the data.\n"
                        + "To lose the data on purpose, retire it on its server:\n" + retires(address));
    }

    void dataKept(Address address, boolean destroyed) {
        add(
                RuntimeCode.DATA_KEPT,
                address,
                thing(address) + " is "
                        + (destroyed ? "kept, since it holds data" : "no longer declared, and holds data: it is kept")
                        + ".\n"
                        + (destroyed
                                ? "To remove it with its data for good too, ask for that by its address."
                                : "To remove it with its data for good, retire it on its server:\n"
                                        + retires(address)));
    }

    void diskTooSmall(ServerName server, DataSize needed, long free) {
        add(
                RuntimeCode.DISK_TOO_SMALL,
                Address.of("server", server),
                "The swap file takes " + needed + ", and " + mebibytes(free)
                        + " are free on its fullest file system.\n"
                        + "Make room, or declare a smaller swap file.");
    }

    void diskNearlyFull(ServerName server, int containers, long free) {
        add(
                RuntimeCode.DISK_NEARLY_FULL,
                Address.of("server", server),
                mebibytes(free) + " are free on its fullest file system, and images for " + containers
                        + (containers == 1 ? " container" : " containers") + " have to fit.\n"
                        + "Images are pulled before anything changes, so that nothing is lost should they not fit.");
    }

    void goesRound(List<Address> cycle) {
        StringBuilder text = new StringBuilder("These changes wait for each other, so that none can be the first:\n");
        for (Address address : cycle) {
            text.append("    ").append(address).append(" comes after\n");
        }
        add(
                RuntimeCode.GOES_ROUND,
                cycle.get(0),
                text.append("    ")
                        .append(cycle.get(0))
                        .append("\nTake one of the needs away. Where services exchange ports, do it in two steps.")
                        .toString());
    }

    void notObserved(ServerName server) {
        add(
                RuntimeCode.NOT_OBSERVED,
                Address.of("server", server),
                "Nothing is known of what is on it, so that nothing is planned for it. Look at it first.");
    }

    void declaredTwice(Address address) {
        add(
                RuntimeCode.DECLARED_TWICE,
                address,
                "Two parts of the declaration make it. Leave one of them out, or give one another name or path.");
    }

    void nothingToAdopt(Address address, Optional<Observed> found) {
        add(
                RuntimeCode.NOTHING_TO_ADOPT,
                address,
                found.isPresent()
                        ? "It is to be adopted, but is ours already, or not declared."
                        : "It is to be adopted, but nothing of that kind and name is there.");
    }

    void interrupted(ServerName server, String last) {
        add(
                RuntimeCode.INTERRUPTED,
                Address.of("server", server),
                "The last entry of its journal is: " + Shown.plain(last) + "\nThis plan begins where that run ended.");
    }

    void rolledBack(Address address, Release release) {
        add(
                RuntimeCode.ROLLED_BACK,
                address,
                Shown.plain(release.who()) + " went back to release "
                        + release.rolledBackTo().orElse(0) + " (" + release.image() + ") at " + release.at() + ".\n"
                        + "This plan undoes that: it brings about what is declared.\n"
                        + "To stay with the earlier release, declare it.");
    }

    void incident(Incident incident) {
        Address address = incident.address();
        String lifted = switch (address.kind()) {
            case Incident.BAN -> "unban " + incident.name();
            case Incident.USER_LOCK -> "unlock-user " + incident.name();
            default -> "lift " + address.path();
        };
        add(
                RuntimeCode.INCIDENT,
                address,
                Shown.plain(incident.toString()) + ".\n"
                        + (incident.inEffect()
                                ? "This plan leaves it so, whatever is declared."
                                : "It has no effect any more, since somebody has taken it away by hand: order it again.")
                        + "\nTo end it:\n    " + lifted);
    }

    void note(ServerName server, String text) {
        add(RuntimeCode.SERVER_NOTE, Address.of("server", server), Shown.plain(text));
    }

    private void add(RuntimeCode code, Address address, String detail) {
        all.add(new Diagnostic(code, address, detail, options.places(address)));
    }

    private static String retires(Address address) {
        return "    .retires(Address.parse(\"" + address + "\"))";
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static String owner(Owner owner) {
        return Shown.plain(owner.toString());
    }

    /** {@code The container postgres of server data}. */
    private static String thing(Address address) {
        String rest = Kind.rest(address);
        int slash = address.path().indexOf('/');
        String server = slash < 0 ? address.path() : address.path().substring(0, slash);
        String name = switch (Kind.of(address)) {
            case FILE, DIRECTORY -> " /" + rest;
            default -> rest.isEmpty() ? "" : " " + rest;
        };
        return "The " + address.kind() + name + " of server " + server;
    }
}
