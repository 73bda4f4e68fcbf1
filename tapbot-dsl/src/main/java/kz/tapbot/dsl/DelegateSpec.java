package kz.tapbot.dsl;

import java.time.LocalDate;

/** The scope of somebody who may do exactly what is named. */
public interface DelegateSpec extends Scope<DelegateSpec> {

    /** Says keys to log in with: type and base64, as in {@code authorized_keys}, without options. */
    DelegateSpec keys(String... publicKeys);

    /** Lets see service status, logs, containers, disk and memory. */
    DelegateSpec mayInspect();

    /**
     * Lets Tapbot log in by this name and change the whole server, which is all that root may. Declared with root's login first; then {@link SshSpec#user} says
     * the name.
     */
    DelegateSpec mayDeploy();

    /** Lets restart units; a name without a suffix is of a service. */
    DelegateSpec mayRestart(String... units);

    /** Says the last day of being let in. */
    DelegateSpec expires(LocalDate lastDay);
}
