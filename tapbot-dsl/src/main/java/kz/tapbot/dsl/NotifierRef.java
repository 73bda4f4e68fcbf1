package kz.tapbot.dsl;

import kz.tapbot.model.name.NotifierName;

/** A declared way to tell people. */
public interface NotifierRef extends Handle {

    /** Its name. */
    NotifierName name();
}
