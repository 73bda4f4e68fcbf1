package kz.tapbot.dsl;

import kz.tapbot.model.name.LinkName;

/** A declared link between servers. */
public interface LinkRef extends Handle {

    /** Its name. */
    LinkName name();
}
