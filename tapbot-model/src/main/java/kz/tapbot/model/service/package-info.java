/** Containers: image, environment, mounts, health, limits, routes and what they store. */
@NullMarked
package kz.tapbot.model.service;

import org.jspecify.annotations.NullMarked;
