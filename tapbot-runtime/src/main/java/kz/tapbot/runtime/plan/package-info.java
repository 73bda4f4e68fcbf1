/** What has to be done: changes with their reasons and steps, made by a pure function of what shall be and what is. */
@NullMarked
package kz.tapbot.runtime.plan;

import org.jspecify.annotations.NullMarked;
