/** A lab of real containers for tests on any Docker Engine: images that stand in for official ones, addresses, and a clean end. */
@NullMarked
package kz.tapbot.lab;

import org.jspecify.annotations.NullMarked;
