package kz.tapbot.validate.internal.services;

import java.util.Optional;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2303 and TB2304: who is asked for its health can tell it. */
final class Health implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Need need : entry.service().needs()) {
            if (need.healthy()) {
                needed(estate, findings, entry, need);
            }
        }
        if (!entry.service().routes().isEmpty() && entry.service().healthCheck().isEmpty()) {
            findings.add(
                    TopologyCode.ROUTED_WITHOUT_CHECK,
                    entry.subject(),
                    """
                    {} is served at {} and has no health check.
                    An update could not see that the new version fails, and would take the old one away from its visitors.
                    Give it a check by a command that its image really has:
                        {}
                    """,
                    entry.address(),
                    entry.service().routes().get(0).host(),
                    example(entry.service()));
        }
    }

    private static void needed(Estate estate, Findings findings, ServiceEntry entry, Need need) {
        Optional<ServiceEntry> needed = estate.service(need.service());
        if (needed.isPresent() && needed.get().service().healthCheck().isEmpty()) {
            findings.add(
                    TopologyCode.NEED_NEVER_HEALTHY,
                    entry.at("needs." + need.service(), "needs"),
                    """
                    {} waits until {} is healthy, which has no health check and so never is.
                    It would wait in vain, and the apply would fail after its time.
                    Give {} a check by a command that its image really has, or need only that it has started:
                        {}
                    """,
                    entry.address(),
                    needed.get().address(),
                    needed.get().address(),
                    example(needed.get().service()));
        }
    }

    private static String example(Service service) {
        String image = service.image().name();
        if (image.endsWith("postgres")) {
            return ".healthCheck(h -> h.command(\"pg_isready\", \"-h\", \"127.0.0.1\", \"-q\"))";
        }
        if (image.endsWith("redis")) {
            return ".healthCheck(h -> h.command(\"redis-cli\", \"-e\", \"ping\"))";
        }
        int port =
                service.listens().isEmpty() ? 8080 : service.listens().first().number();
        return ".healthCheck(h -> h.command(\"wget\", \"-q\", \"-O\", \"/dev/null\", \"http://127.0.0.1:" + port
                + "/\"))";
    }
}
