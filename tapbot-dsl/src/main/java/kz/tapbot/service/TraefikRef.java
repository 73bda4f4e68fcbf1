package kz.tapbot.service;

import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ProxyRef;

/**
 * A declared Traefik.
 *
 * @param container the container that it is
 */
public record TraefikRef(ContainerRef container) implements ProxyRef {}
