package kz.tapbot.service;

import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ProxyRef;

/**
 * A declared Caddy.
 *
 * @param container the container that it is
 */
public record CaddyRef(ContainerRef container) implements ProxyRef {}
