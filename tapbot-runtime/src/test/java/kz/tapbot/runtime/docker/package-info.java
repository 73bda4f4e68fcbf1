/** Tests against a real engine. */
@org.jspecify.annotations.NullMarked
package kz.tapbot.runtime.docker;
