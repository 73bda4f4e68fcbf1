@org.jspecify.annotations.NullMarked
package kz.tapbot.runtime.docker.internal.registry;
