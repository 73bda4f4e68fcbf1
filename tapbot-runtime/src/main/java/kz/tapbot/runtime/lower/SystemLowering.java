package kz.tapbot.runtime.lower;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.resource.DirectoryResource;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.resource.SwapResource;
import kz.tapbot.runtime.resource.SysctlResource;
import kz.tapbot.runtime.resource.TimeZoneResource;

/** Packages, kernel settings, swap, time zone, directories and updates. */
final class SystemLowering {

    private static final PackageName UNATTENDED_UPGRADES = PackageName.of("unattended-upgrades");

    /** Read after the package's own 20auto-upgrades and 50unattended-upgrades, so that it wins (apt.conf(5)). */
    private static final HostPath UPDATES = HostPath.of("/etc/apt/apt.conf.d/52tapbot-updates");

    private SystemLowering() {}

    static void lower(Site site) {
        Server server = site.server();
        packages(site).forEach(name -> site.add(new PackageResource(site.name(), name, none())));
        site.add(new TimeZoneResource(site.name(), server.timeZone(), none()));
        server.swap().ifPresent(size -> site.add(new SwapResource(site.name(), size, none())));
        for (Map.Entry<String, String> setting : server.sysctl().entrySet()) {
            site.add(new SysctlResource(site.name(), SysctlKey.of(setting.getKey()), setting.getValue(), none()));
        }
        for (HostPath path : server.directories()) {
            DirectoryResource directory =
                    new DirectoryResource(site.name(), path, FileMode.DIRECTORY, site.makersAbove(path));
            site.makes(path, directory.address());
            site.add(directory);
        }
        server.updates().ifPresent(policy -> site.add(updates(site, policy)));
    }

    /** What is declared, and what the declarations cannot do without. Packages of host services stand with these. */
    private static SortedSet<PackageName> packages(Site site) {
        Server server = site.server();
        SortedSet<PackageName> names = new TreeSet<>(server.packages());
        if (server.firewall()) {
            names.add(FirewallLowering.UFW);
        }
        if (!server.jails().isEmpty()) {
            names.add(AccessLowering.FAIL2BAN);
            names.add(AccessLowering.JOURNAL_READER);
        }
        if (server.updates().isPresent()) {
            names.add(UNATTENDED_UPGRADES);
        }
        if (server.delegates().stream().anyMatch(delegate -> PeopleLowering.needsSudo(site, delegate))) {
            names.add(PeopleLowering.SUDO);
        }
        if (!site.links().isEmpty()) {
            names.addAll(LinkLowering.PACKAGES);
        }
        for (HostService service : server.hostServices()) {
            names.remove(service.packageName());
        }
        return names;
    }

    private static FileResource updates(Site site, UpdatePolicy policy) {
        String security = policy.securityUpdates() ? "1" : "0";
        String text = "// Written by Tapbot from the declaration; changes made here are lost.\n"
                + "APT::Periodic::Update-Package-Lists \"" + security + "\";\n"
                + "APT::Periodic::Unattended-Upgrade \"" + security + "\";\n"
                + "Unattended-Upgrade::Automatic-Reboot \""
                + policy.rebootAt().isPresent() + "\";\n"
                + policy.rebootAt()
                        .map(at -> "Unattended-Upgrade::Automatic-Reboot-Time \"" + at + "\";\n")
                        .orElse("");
        return new FileResource(
                site.name(),
                UPDATES,
                Content.text(text),
                FileMode.ALL_READ,
                0,
                "when security updates install themselves",
                false,
                Site.set(site.packageAddress(UNATTENDED_UPGRADES)));
    }

    private static SortedSet<Address> none() {
        return Collections.emptySortedSet();
    }
}
