package kz.tapbot.validate.internal.services;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Need;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2301 and TB2302: needs end somewhere. One circle is told for each knot of services that wait for each other. */
final class NeedCycles implements Check {

    /** Of a long circle so many steps are shown. */
    private static final int SHOWN = 12;

    @Override
    public void run(Estate estate, Findings findings) {
        int[][] needs = new int[estate.services().size()][];
        for (ServiceEntry entry : estate.services()) {
            needs[entry.index()] = needs(estate, findings, entry);
        }
        for (int[] knot : new Knots(needs).all()) {
            tell(estate, findings, circle(needs, knot));
        }
    }

    private static int[] needs(Estate estate, Findings findings, ServiceEntry entry) {
        int[] others = new int[entry.service().needs().size()];
        int count = 0;
        for (Need need : entry.service().needs()) {
            Optional<ServiceEntry> needed = estate.service(need.service());
            if (need.service().equals(entry.id())) {
                findings.add(
                        TopologyCode.NEEDS_ITSELF, entry.at("needs." + need.service(), "needs"), """
                        {} needs itself.
                        It would wait for its own start and so never start.
                        Remove the need.
                        """, entry.address());
            } else if (needed.isPresent()) {
                others[count++] = needed.get().index();
            }
        }
        return Arrays.copyOf(others, count);
    }

    /** A circle inside a knot: from its first member on to some member of the knot, until one comes again. */
    private static List<Integer> circle(int[][] needs, int[] knot) {
        BitSet members = new BitSet();
        for (int member : knot) {
            members.set(member);
        }
        List<Integer> path = new ArrayList<>();
        BitSet seen = new BitSet();
        int next = members.nextSetBit(0);
        while (!seen.get(next)) {
            seen.set(next);
            path.add(next);
            for (int needed : needs[next]) {
                if (members.get(needed)) {
                    next = needed;
                    break;
                }
            }
        }
        return path.subList(path.indexOf(next), path.size());
    }

    private static void tell(Estate estate, Findings findings, List<Integer> circle) {
        List<Subject> subjects = new ArrayList<>();
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < circle.size(); i++) {
            ServiceEntry from = estate.services().get(circle.get(i));
            ServiceEntry to = estate.services().get(circle.get((i + 1) % circle.size()));
            Subject said = from.at("needs." + to.id(), "needs");
            subjects.add(said);
            if (i < SHOWN) {
                String place = said.place().map(DeclaredAt::toString).orElse("");
                steps.append(("\n    " + from.address() + " needs " + to.address() + " " + place).stripTrailing());
            } else if (i == SHOWN) {
                steps.append("\n    and so on, ").append(circle.size()).append(" services in all");
            }
        }
        List<Subject> inOrder = Subject.inSourceOrder(subjects, subject -> subject);
        Subject last = inOrder.get(inOrder.size() - 1);
        findings.add(TopologyCode.CYCLE, last, """
                These services wait for each other, so none of them would ever start:{}
                Remove one of these needs: a service that tries again by itself need not wait for the other.
                """, steps);
    }
}
