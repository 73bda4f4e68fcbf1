/** What a topology is. */
@NullMarked
package kz.tapbot.model;

import org.jspecify.annotations.NullMarked;
