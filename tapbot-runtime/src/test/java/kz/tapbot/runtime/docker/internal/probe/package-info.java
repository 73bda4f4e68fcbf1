/** Tests of what visitors are answered. */
@org.jspecify.annotations.NullMarked
package kz.tapbot.runtime.docker.internal.probe;
