package kz.tapbot.dsl;

/** Something declared that a service stores. Typed handles implement it by naming the data that they are. */
public interface StoredDataRef {

    /** The data that it is. */
    DataRef data();
}
