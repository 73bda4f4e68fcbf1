package kz.tapbot.service;

import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.ServiceRef;

/**
 * A declared pgAdmin.
 *
 * @param container the container that it is
 * @param settings its users and what they saved
 */
public record PgAdminRef(ContainerRef container, DataRef settings) implements ServiceRef {}
