package kz.tapbot.dsl.internal;

import kz.tapbot.model.name.ServiceKind;

/** Kinds of services that the language itself knows. */
final class Kinds {

    static final ServiceKind CONTAINER = ServiceKind.of("container");

    private Kinds() {}
}
