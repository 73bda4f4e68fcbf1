package kz.tapbot.dsl;

import kz.tapbot.model.service.Trait;

/** The scope of what a container is in the estate. */
public interface RoleSpec extends Scope<RoleSpec> {

    /** Says its kind; {@code container} if not said. */
    RoleSpec kind(String name);

    /** Says what it is, for rules and reports. */
    RoleSpec is(Trait... traits);

    /** Says which services of others it calls. */
    RoleSpec calls(OutsideApiRef... apis);

    /** Sets a label. */
    RoleSpec label(String key, String value);

    /** Says that it is only planned: part of the model, not of the machines. */
    RoleSpec planned();
}
