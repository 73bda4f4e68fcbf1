package kz.tapbot.validate.internal.ports;

import java.util.Map;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Reach;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2104, TB2105, TB2106 and TB2109: what is published to everybody although it is for insiders. At most one a port. */
final class PublishedToEverybody implements ServiceCheck {

    /** Ports on which nothing but a database listens by convention (IANA's registry and the vendors' defaults). */
    static final Map<Integer, String> DATABASES = Map.of(
            1433, "SQL Server",
            3306, "MySQL",
            5432, "PostgreSQL",
            6333, "Qdrant",
            6334, "Qdrant",
            6379, "Redis",
            9200, "Elasticsearch",
            11211, "Memcached",
            27017, "MongoDB");

    /** Ports of admin pages and exporters, by their vendors' defaults; others use these numbers too. */
    static final Map<Integer, String> INSIDERS = Map.of(
            9000, "Portainer",
            9090, "Prometheus",
            9093, "Alertmanager",
            9100, "the node exporter",
            9443, "Portainer",
            10000, "Webmin",
            15672, "RabbitMQ's management",
            19999, "Netdata");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Publication publication : entry.service().publications()) {
            if (publication.host().protocol() == Protocol.TCP && Reach.everybody(estate, publication)) {
                judge(findings, entry, publication);
            }
        }
    }

    private static void judge(Findings findings, ServiceEntry entry, Publication publication) {
        Service service = entry.service();
        Subject said = entry.publication(publication);
        int port = publication.container();
        if (entry.database() || entry.cache()) {
            findings.add(TopologyCode.DATABASE_PUBLISHED, said, """
                    {} publishes {} to everybody.
                    A database that the Internet reaches is found within hours and tried until a password or a hole opens it.
                    Remove the publication: services of the server reach it over a network, those of others over a link,
                    and a person through an SSH tunnel.
                    """, said, publication.host());
        } else if (entry.admin() && !service.is(Trait.PROXY)) {
            int host = publication.host().number();
            open(findings, said, host, ".publishes(Port.tcp(" + host + "), admins)");
        } else if (DATABASES.containsKey(port)) {
            findings.add(TopologyCode.DATABASE_PORT_PUBLISHED, said, """
                    {} publishes port {} of its container, {}'s own, to everybody.
                    A database that the Internet reaches is found within hours and tried until a password or a hole opens it.
                    Remove the publication, or say who may come:
                        .publishes(Port.tcp({}), admins)
                    """, said, port, DATABASES.get(port), port);
        } else if (INSIDERS.containsKey(port)) {
            findings.add(TopologyCode.ADMIN_PORT_PUBLISHED, said, """
                    {} publishes port {} of its container to everybody. It is {}'s own, which is for insiders.
                    If that is what runs there, strangers will find it on the number alone.
                    Serve it through the proxy with a login, or say who may come:
                        .publishes(Port.tcp({}), admins)
                    """, said, port, INSIDERS.get(port), port);
        }
    }

    static void open(Findings findings, Subject said, int port, String cure) {
        findings.add(TopologyCode.ADMIN_OPEN, said, """
                {} is an admin interface and opens port {} to everybody.
                Whoever finds a hole or a password there owns what it rules over; a login alone is one wall.
                Let in only the administrators' addresses:
                    {}
                """, said, port, cure);
    }
}
