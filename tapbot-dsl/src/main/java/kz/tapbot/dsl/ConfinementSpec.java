package kz.tapbot.dsl;

import kz.tapbot.model.service.Capability;

/** The scope of what a container's processes are kept from. They gain no new privileges unless said otherwise. */
public interface ConfinementSpec extends Scope<ConfinementSpec> {

    /** Runs it as that user, numeric or by name, instead of the image's own. */
    ConfinementSpec user(String user);

    /** Makes its root file system read-only. */
    ConfinementSpec readOnlyRoot();

    /** Lets its processes gain privileges that they did not start with. */
    ConfinementSpec mayGainPrivileges();

    /** Runs a small init process that reaps children. */
    ConfinementSpec init();

    /** Takes capabilities away. */
    ConfinementSpec drops(Capability... capabilities);

    /** Gives capabilities. */
    ConfinementSpec adds(Capability... capabilities);
}
