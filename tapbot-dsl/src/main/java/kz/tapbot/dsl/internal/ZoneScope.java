package kz.tapbot.dsl.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.tapbot.dsl.RecordSpec;
import kz.tapbot.dsl.ZoneSpec;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.net.Zone;

/** The scope of a DNS zone, and of a record in it. */
final class ZoneScope extends ScopeBase<ZoneSpec> implements ZoneSpec {

    private final Zone.Builder builder;
    private final List<Supplier<DnsRecord>> dnsRecords;

    ZoneScope(Estate estate, Notes notes, Zone.Builder builder, List<Supplier<DnsRecord>> dnsRecords) {
        super(estate, notes);
        this.builder = builder;
        this.dnsRecords = dnsRecords;
    }

    @Override
    ZoneSpec self() {
        return this;
    }

    @Override
    public ZoneSpec provider(String name) {
        if (once("provider")) {
            builder.provider(name);
        }
        return this;
    }

    @Override
    public ZoneSpec dnsRecord(String name, RecordType type, Consumer<? super RecordSpec> spec) {
        DnsRecord.Builder dnsRecord = DnsRecord.builder().name(name).type(type);
        Notes of = new Notes(notes().address(), here());
        new OfRecord(estate(), of, dnsRecord).run(spec);
        dnsRecords.add(() -> dnsRecord.places(of.places()).build());
        return this;
    }

    private static final class OfRecord extends ScopeBase<RecordSpec> implements RecordSpec {
        private final DnsRecord.Builder builder;

        OfRecord(Estate estate, Notes notes, DnsRecord.Builder builder) {
            super(estate, notes);
            this.builder = builder;
        }

        @Override
        RecordSpec self() {
            return this;
        }

        @Override
        public RecordSpec values(String... values) {
            note("values");
            builder.addValues(values);
            return this;
        }

        @Override
        public RecordSpec ttl(Duration ttl) {
            if (once("ttl")) {
                builder.ttl(ttl);
            }
            return this;
        }
    }
}
