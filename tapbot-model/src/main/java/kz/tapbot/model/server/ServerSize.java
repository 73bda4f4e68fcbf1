package kz.tapbot.model.server;

import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;

/**
 * What a machine has.
 *
 * @param cpus its processors
 * @param memory its memory
 * @param disk its disk
 */
public record ServerSize(Cpus cpus, DataSize memory, DataSize disk) {}
