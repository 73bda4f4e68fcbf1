/** What a topology means on machines: the pure function from declarations to resources. */
@NullMarked
package kz.tapbot.runtime.lower;

import org.jspecify.annotations.NullMarked;
