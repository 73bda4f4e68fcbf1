package kz.tapbot.validate.internal.ports;

import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2105 and TB2106, lesson 4, for what runs on the server itself: ports that scanners try on every address, opened to all of them. */
final class OpenedToEverybody implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            for (FirewallRule rule : server.open()) {
                if (rule.port().protocol() == Protocol.TCP && estate.everybody(rule.from())) {
                    judge(findings, server, rule);
                }
            }
        }
    }

    private static void judge(Findings findings, Server server, FirewallRule rule) {
        int port = rule.port().number();
        Subject said = Subject.of(server.address(), server.places(), "open." + rule.port(), "open");
        String database = PublishedToEverybody.DATABASES.get(port);
        String insiders = PublishedToEverybody.INSIDERS.get(port);
        if (database != null) {
            findings.add(TopologyCode.DATABASE_PORT_PUBLISHED, said, """
                    {} opens port {}, {}'s own, to everybody.
                    A database that the Internet reaches is found within hours and tried until a password or a hole opens it.
                    Remove the rule, or say who may come:
                        .firewall(f -> f.opens(Port.tcp({}), "{}", admins))
                    """, said, port, database, port, rule.reason());
        } else if (insiders != null) {
            findings.add(TopologyCode.ADMIN_PORT_PUBLISHED, said, """
                    {} opens port {} to everybody. It is {}'s own, which is for insiders.
                    If that is what listens there, strangers will find it on the number alone.
                    Say who may come, and give the program an odd port:
                        .firewall(f -> f.opens(Port.tcp({}), "{}", admins))
                    """, said, port, insiders, port, rule.reason());
        }
    }
}
