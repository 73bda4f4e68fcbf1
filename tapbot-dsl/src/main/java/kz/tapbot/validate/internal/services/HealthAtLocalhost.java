package kz.tapbot.validate.internal.services;

import java.util.List;
import java.util.regex.Pattern;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2328: localhost is both 127.0.0.1 and ::1 in a container, and BusyBox's wget tries the first that it is told, which musl makes the latter. */
final class HealthAtLocalhost implements ServiceCheck {

    private static final Pattern ASKED = Pattern.compile("(?s).*\\bwget\\b.*\\blocalhost\\b.*");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        if (entry.service().healthCheck().isEmpty()) {
            return;
        }
        List<String> words = entry.service().healthCheck().get().command().arguments();
        if (ASKED.matcher(String.join(" ", words)).matches()) {
            findings.add(TopologyCode.HEALTH_AT_LOCALHOST, entry.at("healthCheck"), """
                    {} asks wget for localhost to tell its health.
                    That is ::1 first, and the wget of small images tries no second address: a program that listens on IPv4 only is told to be dead.
                    Say the address:
                        .healthCheck(h -> h.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"))
                    """, entry.address());
        }
    }
}
