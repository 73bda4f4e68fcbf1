/** Shows rules as tests of JUnit Jupiter, which whoever uses this package brings. */
@NullMarked
package kz.tapbot.junit;

import org.jspecify.annotations.NullMarked;
