package kz.tapbot.validate.internal.images;

import java.util.Optional;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2331: Elasticsearch and its kin do not start where a process may have fewer than 262144 memory maps (Elasticsearch, "Bootstrap checks"). */
final class MapCount implements ServiceCheck {

    private static final String KEY = "vm.max_map_count";
    private static final int LEAST = 262_144;

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Server server = entry.server();
        if (!needs(entry) || enough(server)) {
            return;
        }
        findings.add(
                TopologyCode.KERNEL_SETTING_MISSING,
                entry.at("image"),
                """
                {} runs {}, and nothing says that {} allows {} memory maps a process, without which it does not start.
                A container cannot raise a setting of the kernel; it would end at its start, again and again.
                Say it for the server:
                    .system(s -> s.sysctl("{}", "{}"))
                """,
                entry.address(),
                entry.service().image(),
                server.address(),
                LEAST,
                KEY,
                LEAST);
    }

    private static boolean needs(ServiceEntry entry) {
        String image = entry.service().image().name();
        if (image.equals("sonarqube") || image.endsWith("/sonarqube")) {
            return true;
        }
        boolean search = image.equals("elasticsearch")
                || image.endsWith("/elasticsearch")
                || image.equals("opensearchproject/opensearch");
        // a node that is alone by declaration skips the check
        return search && !entry.text("discovery.type").equals(Optional.of("single-node"));
    }

    /** Ubuntu sets 1048576 by itself from 24.04 on. */
    private static boolean enough(Server server) {
        String said = server.sysctl().get(KEY);
        if (said != null) {
            return said.matches("\\d{1,9}") && Integer.parseInt(said) >= LEAST;
        }
        return server.system()
                .filter(system -> system.distribution().equals("ubuntu")
                        && system.version().compareTo("24.04") >= 0)
                .isPresent();
    }
}
