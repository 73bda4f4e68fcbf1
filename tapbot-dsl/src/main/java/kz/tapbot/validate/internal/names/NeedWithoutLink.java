package kz.tapbot.validate.internal.names;

import static kz.tapbot.validate.internal.Detail.variable;

import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2006, lesson 20: a service on one server was wired to a database on the other that nothing can reach. */
final class NeedWithoutLink implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Need need : entry.service().needs()) {
            ServiceId other = need.service();
            if (!other.server().equals(entry.id().server()) && !estate.permitted(entry.id(), other)) {
                estate.service(other)
                        .ifPresent(needed -> tell(
                                findings, entry.at("needs." + other, "needs"), entry.id(), other, needed.service()));
            }
        }
    }

    private static void tell(Findings findings, Subject said, ServiceId from, ServiceId to, Service needed) {
        int port = needed.listens().isEmpty() ? 5432 : needed.listens().first().number();
        findings.add(
                TopologyCode.NEED_WITHOUT_LINK,
                said,
                """
                {} needs {}, which is on another server, and no link lets it through.
                Networks of containers end at their server, so it would never get an answer.
                Declare an encrypted link with a permit, or run both on one server:
                    t.link("backbone", Cidr.of("10.100.0.0/24"), l -> l.joins({}, {}).lets({}).reach({}, {}));
                """,
                said,
                to.address(),
                variable(from.server()),
                variable(to.server()),
                variable(from.service()),
                variable(to.service()),
                port);
    }
}
