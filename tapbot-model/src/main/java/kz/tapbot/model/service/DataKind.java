package kz.tapbot.model.service;

/** What stored data is. */
public enum DataKind {
    /** A database, saved by the database's own dump. */
    DATABASE,
    /** A collection of a vector database, saved by its own snapshot. */
    COLLECTION,
    /** Keys and values kept beyond a restart. */
    KEY_VALUE,
    /** Files that people or services left. */
    FILES,
    /** Settings of the service itself. */
    SETTINGS,
    /** What can be made again and needs no backup. */
    CACHE
}
