package kz.tapbot.model.alert;

/** What is watched, with the unit of its threshold. */
public enum Metric {
    /** Processor use of a server, percent. */
    CPU,
    /** Memory use of a server, percent. */
    MEMORY,
    /** Use of a server's fullest file system, percent. */
    DISK,
    /** A declared container does not run or is not healthy. No threshold. */
    CONTAINER_DOWN,
    /** Connections of a PostgreSQL server. */
    POSTGRES_CONNECTIONS,
    /** Cache hit ratio of a PostgreSQL server, percent; too low is bad. */
    POSTGRES_CACHE_HITS,
    /** Answers of a route that are errors, percent. */
    API_ERRORS,
    /** Days until a certificate expires; too low is bad. */
    CERTIFICATE_DAYS,
    /** Hours that a backup is overdue. */
    BACKUP_OVERDUE
}
