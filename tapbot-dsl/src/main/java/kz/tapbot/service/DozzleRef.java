package kz.tapbot.service;

import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ServiceRef;

/**
 * A declared Dozzle. It stores nothing.
 *
 * @param container the container that it is
 */
public record DozzleRef(ContainerRef container) implements ServiceRef {}
