/** Small validated quantities that belong to no single concept. */
@NullMarked
package kz.tapbot.model.value;

import org.jspecify.annotations.NullMarked;
