package kz.tapbot.dsl;

/** The scope of a link between servers. */
public interface LinkSpec extends Scope<LinkSpec> {

    /** Says the servers it joins; two or more. */
    LinkSpec joins(ServerRef... servers);

    /** Says the UDP port it uses on each server; 51820 if not said. */
    LinkSpec port(int port);

    /**
     * Says the how-manieth keys its servers have, 1 if not said. With another number the servers make themselves new ones, change over at once, and
     * forget the old ones.
     */
    LinkSpec keys(int number);

    /** Begins to say what a service may reach over it: {@code l.lets(n8n).reach(postgres, 5432)}. */
    Permission lets(ServiceRef from);

    /** The second half of a permission. */
    interface Permission {

        /** Says the service and its port that may be reached. */
        LinkSpec reach(ServiceRef to, int port);
    }
}
