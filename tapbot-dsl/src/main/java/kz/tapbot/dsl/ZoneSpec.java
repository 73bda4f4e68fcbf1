package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.net.RecordType;

/** The scope of a DNS zone. */
public interface ZoneSpec extends Scope<ZoneSpec> {

    /** Says who serves it, for people. */
    ZoneSpec provider(String name);

    /** Declares a record, with its values in the zone file's form; the name is relative, {@code @} for the zone itself. */
    ZoneSpec dnsRecord(String name, RecordType type, Consumer<? super RecordSpec> spec);
}
