package kz.tapbot.model.backup;

/**
 * A destination and how long it keeps copies.
 *
 * @param destination where to
 * @param retention for how long
 */
public record BackupTarget(Destination destination, Retention retention) {}
