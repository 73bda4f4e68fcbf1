package kz.tapbot.service;

import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.ServiceRef;

/**
 * A declared Portainer.
 *
 * @param container the container that it is
 * @param settings its users, teams and stacks
 */
public record PortainerRef(ContainerRef container, DataRef settings) implements ServiceRef {}
