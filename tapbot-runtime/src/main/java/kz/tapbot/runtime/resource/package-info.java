/** What a topology means on machines: every package, file, user, rule, network, volume and container as a value. */
@NullMarked
package kz.tapbot.runtime.resource;

import org.jspecify.annotations.NullMarked;
