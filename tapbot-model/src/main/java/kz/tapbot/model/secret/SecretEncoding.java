package kz.tapbot.model.secret;

/** How a secret's value is written where it is used. */
public enum SecretEncoding {
    /** As it is. */
    RAW,
    /** As a bcrypt hash (for htpasswd files and their like). */
    BCRYPT,
    /** As a quoted SQL string literal. */
    SQL_LITERAL,
    /** As a quoted JSON string. */
    JSON_STRING
}
