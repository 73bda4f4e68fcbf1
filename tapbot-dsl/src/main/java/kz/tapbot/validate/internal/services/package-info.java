/** Checks of services: needs, health, images, and what containers are given of their server. */
@NullMarked
package kz.tapbot.validate.internal.services;

import org.jspecify.annotations.NullMarked;
