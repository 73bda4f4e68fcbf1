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
            site.add(viewScript(site));
        }
        for (Delegate delegate : delegates) {
            UserResource user = user(site, delegate);
            site.add(user);
            if (needsSudo(site, delegate)) {
                SortedSet<Address> requires = Site.set(user.address(), site.packageAddress(SUDO));
                if (views(site, delegate)) {
                    requires.add(Address.on(
                            site.name(), "file", ViewScript.PATH.value().substring(1)));
                }
                site.add(new SudoResource(site.name(), delegate.name(), commands(site, delegate), requires));
            }
        }
    }

    static boolean needsSudo(Site site, Delegate delegate) {
        return !delegate.mayRestart().isEmpty() || views(site, delegate);
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
                Collections.emptySortedSet());
    }

    private static SortedSet<String> commands(Site site, Delegate delegate) {
        SortedSet<String> commands = new TreeSet<>();
        for (UnitName unit : delegate.mayRestart()) {
            commands.add(RESTART + unit);
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

    private static FileResource viewScript(Site site) {
        return new FileResource(
                site.name(),
                ViewScript.PATH,
                Content.text(ViewScript.text(site.services())),
                FileMode.DIRECTORY,
                0,
                "what delegates may see of containers",
                false,
                site.makersAbove(ViewScript.PATH));
    }
}
