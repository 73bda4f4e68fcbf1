package kz.tapbot.model.service;

/** What a service is, for rules and reports. */
public enum Trait {
    /** Keeps the estate's data and is never reached from outside. */
    DATABASE,
    /** Keeps what can be made again. */
    CACHE,
    /** Stands before other services and passes requests on. */
    PROXY,
    /** Has pages for people. */
    WEB_INTERFACE,
    /** Has pages that rule over the server or other services. */
    ADMIN_INTERFACE,
    /** Speaks with the container engine, which is to be root. */
    ENGINE_ACCESS
}
