package kz.tapbot.dsl;

import java.time.Duration;

/** The scope of a DNS record. */
public interface RecordSpec extends Scope<RecordSpec> {

    /** Says values in the zone file's form. */
    RecordSpec values(String... values);

    /** Says how long it may be cached; one hour if not said. */
    RecordSpec ttl(Duration ttl);
}
