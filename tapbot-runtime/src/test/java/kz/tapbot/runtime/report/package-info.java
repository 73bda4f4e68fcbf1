@NullMarked
package kz.tapbot.runtime.report;

import org.jspecify.annotations.NullMarked;
