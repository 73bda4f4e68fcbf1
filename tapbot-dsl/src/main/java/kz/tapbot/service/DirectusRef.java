package kz.tapbot.service;

import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.ServiceRef;

/**
 * A declared Directus. What people write is in its database; save both.
 *
 * @param container the container that it is
 * @param uploads the files that people uploaded
 */
public record DirectusRef(ContainerRef container, DataRef uploads) implements ServiceRef {}
