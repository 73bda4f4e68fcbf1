package kz.tapbot.runtime.lower;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.SudoResource;
import kz.tapbot.runtime.resource.UserResource;

/**
 * Delegates: users by key, groups to look, and exact lines to act. Wildcards, pagers and programs that write where they are told give a
 * root shell or any file, and sudo-rs refuses wildcards in arguments altogether, so that every line is spelt out.
 */
final class PeopleLowering {

    static final PackageName SUDO = PackageName.of("sudo");

    /** Who may read logs in {@code /var/log} and the journal without any rights of root (Debian, {@code SystemGroups}). */
    private static final List<String> READERS = List.of("adm", "systemd-journal");

    private static final String RESTART = "/usr/bin/systemctl --no-pager --no-ask-password restart ";

    private PeopleLowering() {}

    static void lower(Site site) {
        List<Delegate> delegates = site.server().delegates();
        boolean view = delegates.stream().anyMatch(delegate -> views(site, delegate));
        if (view) {
            site.add(program(
                    site, ViewScript.PATH, ViewScript.text(site.services()), "what delegates may see of containers"));
        }
        if (delegates.stream().anyMatch(Delegate::mayDeploy)) {
            site.add(program(site, EnterScript.PATH, EnterScript.TEXT, "how Tapbot becomes root"));
        }
        for (Delegate delegate : delegates) {
            UserResource user = user(site, delegate);
            site.add(user);
            if (needsSudo(site, delegate)) {
                SortedSet<Address> requires = Site.set(user.address(), site.packageAddress(SUDO));
                if (views(site, delegate)) {
                    requires.add(file(site, ViewScript.PATH));
                }
                if (delegate.mayDeploy()) {
                    requires.add(file(site, EnterScript.PATH));
                }
                site.add(new SudoResource(site.name(), delegate.name(), commands(site, delegate), requires));
            }
        }
    }

    static boolean needsSudo(Site site, Delegate delegate) {
        return delegate.mayDeploy() || !delegate.mayRestart().isEmpty() || views(site, delegate);
    }

    /** Whether it looks at containers, which only root may. */
    private static boolean views(Site site, Delegate delegate) {
        return delegate.mayInspect() && site.hasEngine();
    }

    private static UserResource user(Site site, Delegate delegate) {
        SortedSet<String> groups = new TreeSet<>(delegate.mayInspect() ? READERS : List.of());
        return new UserResource(
                site.name(),
                delegate.name(),
                delegate.keys(),
                groups,
                delegate.expires(),
                Collections.emptySortedSet(),
                delegate.name().value().equals(site.server().ssh().user()));
    }

    private static SortedSet<String> commands(Site site, Delegate delegate) {
        SortedSet<String> commands = new TreeSet<>();
        for (UnitName unit : delegate.mayRestart()) {
            commands.add(RESTART + unit);
        }
        if (delegate.mayDeploy()) {
            commands.add(EnterScript.PATH.value());
        }
        if (views(site, delegate)) {
            commands.add(ViewScript.PATH + " ps");
            commands.add(ViewScript.PATH + " stats");
            for (Service service : site.services()) {
                commands.add(ViewScript.PATH + " logs " + service.name());
            }
        }
        return commands;
    }

    private static Address file(Site site, HostPath path) {
        return Address.on(site.name(), "file", path.value().substring(1));
    }

    private static FileResource program(Site site, HostPath path, String text, String what) {
        return new FileResource(
                site.name(), path, Content.text(text), FileMode.DIRECTORY, 0, what, false, site.makersAbove(path));
    }
}
