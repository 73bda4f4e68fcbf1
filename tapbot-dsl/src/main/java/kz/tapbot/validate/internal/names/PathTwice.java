package kz.tapbot.validate.internal.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2003: Docker refuses two mounts on one path ("Duplicate mount point"), and of two files on one path the last one wins. */
final class PathTwice implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        inContainer(findings, entry);
    }

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            onHost(findings, server);
        }
    }

    private static void inContainer(Findings findings, ServiceEntry entry) {
        int claims = entry.service().files().size() + entry.service().mounts().size();
        if (claims < 2) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (ContainerFile file : entry.service().files()) {
            claim(findings, entry, taken, file.path().value(), "files");
        }
        for (Mount mount : entry.service().mounts()) {
            claim(findings, entry, taken, mount.target().value(), "mounts");
        }
    }

    private static void claim(Findings findings, ServiceEntry entry, Set<String> taken, String path, String setting) {
        if (!taken.add(path)) {
            Subject said = entry.at(setting + "." + path, setting);
            findings.add(TopologyCode.PATH_TWICE, said, """
                    Two files or mounts of {} are at {} in its container.
                    The engine refuses to start a container with two things on one path.
                    Move one of them, or remove the one that its service brings already.
                    """, said, path);
        }
    }

    private static void onHost(Findings findings, Server server) {
        Map<HostPath, Subject> taken = new HashMap<>();
        for (HostService service : server.hostServices()) {
            Address address =
                    Address.on(server.name(), "host-service", service.name().value());
            Subject said = Subject.of(address, service.places(), "files");
            for (HostFile file : service.files()) {
                Subject first = taken.putIfAbsent(file.path(), said);
                if (first != null) {
                    findings.clash(
                            TopologyCode.PATH_TWICE,
                            said,
                            first,
                            """
                            {} writes {}, which {} writes too.
                            Each run would replace the file of the other.
                            Write it by one of them, with the content of both.
                            """,
                            said,
                            file.path(),
                            first.equals(said) ? "it" : first);
                }
            }
        }
    }
}
