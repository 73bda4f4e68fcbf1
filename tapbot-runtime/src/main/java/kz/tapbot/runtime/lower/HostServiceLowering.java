package kz.tapbot.runtime.lower;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.resource.UnitResource;

/**
 * Services of the server itself: a package, its files, its unit. Files under {@code /etc/apt} come before the package, since they say where
 * it is got from; all others come after it, so that they replace what it brings.
 */
final class HostServiceLowering {

    private static final String SOURCES = "/etc/apt/";

    private HostServiceLowering() {}

    static void lower(Site site) {
        SortedSet<Address> packages = new TreeSet<>();
        for (HostService service : site.server().hostServices()) {
            lower(site, service, packages);
        }
    }

    private static void lower(Site site, HostService service, SortedSet<Address> packages) {
        SortedSet<Address> sources = new TreeSet<>();
        for (HostFile file : service.files()) {
            if (file.path().value().startsWith(SOURCES)) {
                sources.add(add(site, service, file, site.makersAbove(file.path())));
            }
        }
        PackageResource brought = new PackageResource(site.name(), service.packageName(), sources);
        if (packages.add(brought.address())) {
            site.add(brought);
        }
        SortedSet<Address> before = Site.set(brought.address());
        SortedMap<HostPath, Content> reads = new TreeMap<>();
        for (HostFile file : service.files()) {
            if (!file.path().value().startsWith(SOURCES)) {
                SortedSet<Address> requires = site.makersAbove(file.path());
                requires.add(brought.address());
                before.add(add(site, service, file, requires));
                reads.put(file.path(), file.content());
            }
        }
        site.add(new UnitResource(
                site.name(),
                service.unit(),
                java.util.Optional.empty(),
                true,
                true,
                Collections.unmodifiableSortedMap(reads),
                before));
    }

    private static Address add(Site site, HostService service, HostFile file, SortedSet<Address> requires) {
        ServerName server = site.name();
        FileResource resource = new FileResource(
                server, file.path(), file.content(), file.mode(), 0, "for " + service.name(), false, requires);
        site.makes(file.path(), resource.address());
        site.add(resource);
        return resource.address();
    }
}
