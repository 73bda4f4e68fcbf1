/**
 * What every driver has to hold, as tests against the driver's side of the runtime alone. A driver's own tests extend these classes and say in a
 * {@link kz.tapbot.runtime.contract.Harness} how its server is reached and how a person at its console would meddle.
 */
@NullMarked
package kz.tapbot.runtime.contract;

import org.jspecify.annotations.NullMarked;
