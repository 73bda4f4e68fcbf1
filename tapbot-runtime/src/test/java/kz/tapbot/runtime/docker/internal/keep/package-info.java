/** Tests of what Tapbot keeps on an engine. */
@org.jspecify.annotations.NullMarked
package kz.tapbot.runtime.docker.internal.keep;
