package kz.tapbot.dsl;

import kz.tapbot.model.name.AddressSetName;

/** A declared set of addresses. */
public interface AddressSetRef extends Handle {

    /** Its name. */
    AddressSetName name();
}
