package kz.tapbot.validate.internal.ports;

import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2108 and TB2109, lesson 4: Webmin on its well-known port was attacked without pause. */
final class HostAdminInterface implements Check {

    /** Webmin's port unless told otherwise (webmin.com, "Introduction to Webmin"). */
    private static final int WEBMIN = 10_000;

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            for (HostService service : server.hostServices()) {
                if (service.adminInterface() && !service.openTo().isEmpty()) {
                    judge(estate, findings, server, service);
                }
            }
        }
    }

    private static void judge(Estate estate, Findings findings, Server server, HostService service) {
        Address address =
                Address.on(server.name(), "host-service", service.name().value());
        if (estate.everybody(service.openTo())) {
            Subject said = Subject.of(address, service.places(), "openTo");
            PublishedToEverybody.open(findings, said, service.port().number(), ".openTo(admins)");
        }
        if (service.port().number() == WEBMIN && service.packageName().value().equals("webmin")) {
            Subject said = Subject.of(address, service.places(), "port");
            findings.add(TopologyCode.ADMIN_WELL_KNOWN_PORT, said, """
                    {} is reachable on port 10000, which is Webmin's for everybody who looks for one.
                    Scanners try that number on every address without pause, and fill logs and bans with it.
                    Give it an odd port:
                        {}.run(Webmin.port(8441, admins))
                    """, said, Detail.variable(server.name()));
        }
    }
}
