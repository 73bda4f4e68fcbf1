package kz.tapbot.model.alert;

/** How loud an alert is. */
public enum AlertSeverity {
    /** Yellow. */
    WARNING,
    /** Red. */
    CRITICAL
}
