package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.view.Thing;
import kz.tapbot.runtime.view.Things;

/** {@code why}: where a thing was declared, what it needs, what needs it, what it becomes on the servers, and what would change. */
final class WhyVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        String typed = in.arguments().operand().orElse("");
        Address address = Invocation.address(typed);
        Servers servers = Servers.of(in, EventListener.NONE);
        Things things = Things.of(servers.topology());
        Descent descent = new Descent(servers.topology());
        boolean declared = things.at(address).isPresent();
        if (!declared && !descent.knows(address)) {
            Set<Address> all = new TreeSet<>(things.all().keySet());
            all.addAll(descent.addresses());
            throw Lookup.unknown(all, typed);
        }
        List<Section> sections =
                declared ? ofThing(things, descent, Lookup.find(things, typed)) : ofResource(things, descent, address);
        Set<Address> becomes = new TreeSet<>(List.of(address));
        things.at(address).map(descent::of).ifPresent(becomes::addAll);
        Plan plan = servers.runtime().plan(servers.topology());
        sections.add(new Section(
                "would change",
                plan.changes().stream()
                        .filter(change -> becomes.contains(change.address()))
                        .map(WhyVerb::line)
                        .toList()));
        print(in, address, sections);
        return ExitCode.DONE;
    }

    /** Lines under a heading. */
    private record Section(String title, List<String> lines) {}

    private static List<Section> ofThing(Things things, Descent descent, Thing thing) {
        List<Section> sections = new ArrayList<>();
        List<String> places = new ArrayList<>();
        thing.places().declaration().ifPresent(place -> places.add("itself " + place));
        thing.places().settings().forEach((setting, place) -> places.add(setting + " " + place));
        sections.add(new Section("declared at", places));
        sections.add(new Section("needs", located(things, thing.needs())));
        sections.add(new Section("needed by", located(things, things.usersOf(thing.address()))));
        sections.add(new Section("becomes", lines(descent.of(thing))));
        return sections;
    }

    private static List<Section> ofResource(Things things, Descent descent, Address address) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("follows from", located(things, descent.origins(things, address))));
        sections.add(new Section("comes after", lines(descent.requiredBy(address))));
        sections.add(new Section("comes before", lines(descent.waitingFor(address))));
        return sections;
    }

    private static List<String> located(Things things, Collection<Address> addresses) {
        return addresses.stream()
                .map(address -> address
                        + things.at(address)
                                .flatMap(thing -> thing.places().declaration())
                                .map(DeclaredAt::toString)
                                .map(place -> " " + place)
                                .orElse(""))
                .toList();
    }

    private static List<String> lines(Collection<Address> addresses) {
        return addresses.stream().map(Address::toString).toList();
    }

    private static String line(Change change) {
        return change.action().sign() + " " + change.action().verb() + " " + change.address() + ": " + change.cause();
    }

    private static void print(Invocation in, Address address, List<Section> sections) {
        if (in.json()) {
            Json document = in.document(ExitCode.DONE).put("address", address);
            sections.forEach(section -> document.put(key(section.title()), section.lines()));
            in.outExactly(document.pretty());
            return;
        }
        in.out(Paint.BOLD.on(address.toString(), in.colour()));
        for (Section section : sections) {
            if (!section.lines().isEmpty()) {
                in.out("  " + section.title());
                section.lines().forEach(line -> in.out("    " + line));
            }
        }
    }

    /** {@code needed by} becomes {@code neededBy}. */
    private static String key(String title) {
        int space = title.indexOf(' ');
        return space < 0
                ? title
                : title.substring(0, space)
                        + Character.toUpperCase(title.charAt(space + 1))
                        + title.substring(space + 2);
    }
}
