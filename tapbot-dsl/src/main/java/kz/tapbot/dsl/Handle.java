package kz.tapbot.dsl;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;

/** What a declaration returns and others refer to it by. Immutable; made by Tapbot only, and valid in its own topology only. */
public interface Handle {

    /** The address of what was declared. */
    Address address();

    /** Where it was declared. */
    DeclaredAt declaredAt();
}
