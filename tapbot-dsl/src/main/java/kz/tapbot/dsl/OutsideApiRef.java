package kz.tapbot.dsl;

import kz.tapbot.model.name.OutsideApiName;

/** A declared service of somebody else. */
public interface OutsideApiRef extends Handle {

    /** Its name. */
    OutsideApiName name();
}
