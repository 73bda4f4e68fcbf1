package kz.tapbot.validate.internal.backups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2612 and TB2613: a database's files bear one writer only; other files bear several that agree. */
final class VolumeWriters implements Check {

    /** A service that writes to a volume. */
    private record Writer(ServiceEntry entry, Subject subject) {}

    @Override
    public void run(Estate estate, Findings findings) {
        Map<VolumeId, List<Writer>> writers = new HashMap<>();
        Set<VolumeId> exclusive = new HashSet<>();
        for (ServiceEntry entry : estate.services()) {
            for (Mount mount : entry.service().mounts()) {
                if (mount.volume().isPresent() && !mount.readOnly() && entry.active()) {
                    List<Writer> all = writers.get(mount.volume().get());
                    if (all == null) {
                        all = new ArrayList<>(1);
                        writers.put(mount.volume().get(), all);
                    }
                    if (all.isEmpty() || all.get(all.size() - 1).entry() != entry) {
                        all.add(new Writer(entry, entry.at("mounts." + mount.target(), "mounts")));
                    }
                }
            }
            for (StoredData data : entry.service().stores()) {
                if (data.kind() == DataKind.DATABASE
                        || data.kind() == DataKind.COLLECTION
                        || data.kind() == DataKind.KEY_VALUE) {
                    if (data.volume().isPresent()) {
                        exclusive.add(data.volume().get());
                    }
                }
            }
        }
        for (Map.Entry<VolumeId, List<Writer>> volume : writers.entrySet()) {
            boolean database = exclusive.contains(volume.getKey()) || databases(volume.getValue()) > 1;
            judge(findings, volume.getKey(), volume.getValue(), database);
        }
    }

    /** How many are database servers; two of them hardly share a volume for anything but their files. */
    private static long databases(List<Writer> writers) {
        return writers.stream().filter(writer -> writer.entry().database()).count();
    }

    private static void judge(Findings findings, VolumeId volume, List<Writer> writers, boolean exclusive) {
        if (writers.size() < 2) {
            return;
        }
        List<Writer> inOrder = Subject.inSourceOrder(writers, Writer::subject);
        Subject first = inOrder.get(0).subject();
        for (Writer writer : inOrder.subList(1, inOrder.size())) {
            if (exclusive) {
                findings.clash(
                        TopologyCode.DATABASE_TWO_WRITERS,
                        writer.subject(),
                        first,
                        """
                        {} writes to {}, which holds a database and which {} writes to.
                        Two database servers on one set of files destroy them, and a program beside the server does so too.
                        Give it a volume of its own, and let it ask the database over a network.
                        """,
                        writer.subject(),
                        volume.address(),
                        first);
            } else {
                findings.clash(
                        TopologyCode.VOLUME_TWO_WRITERS,
                        writer.subject(),
                        first,
                        """
                        {} writes to {}, which {} writes to as well.
                        Unless both know of each other, one overwrites what the other has just written.
                        Let one of them only read it:
                            .storage(s -> s.readOnly({}, "/data"))
                        """,
                        writer.subject(),
                        volume.address(),
                        first,
                        Detail.variable(volume.volume()));
            }
        }
    }
}
