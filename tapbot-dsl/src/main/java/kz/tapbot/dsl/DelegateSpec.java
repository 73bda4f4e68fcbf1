package kz.tapbot.dsl;

import java.time.LocalDate;

/** The scope of somebody who may do exactly what is named. */
public interface DelegateSpec extends Scope<DelegateSpec> {

    /** Says keys to log in with: type and base64, as in {@code authorized_keys}, without options. */
    DelegateSpec keys(String... publicKeys);

    /** Lets see service status, logs, containers, disk and memory. */
    DelegateSpec mayInspect();

    /** Lets restart units; a name without a suffix is of a service. */
    DelegateSpec mayRestart(String... units);

    /** Says the last day of being let in. */
    DelegateSpec expires(LocalDate lastDay);
}
