package kz.tapbot.dsl;

import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Route;

/**
 * A route and the service that it leads to.
 *
 * @param service the service
 * @param route the route
 */
public record RoutedService(ServiceId service, Route route) {}
