package kz.tapbot.runtime.docker.internal.release;

import kz.tapbot.runtime.daily.Release;

/**
 * A release as it is kept.
 *
 * @param release what people are told of it
 * @param container the id of the container that runs it, or ran it last
 * @param definition the service as JSON
 */
public record Entry(Release release, String container, String definition) {}
