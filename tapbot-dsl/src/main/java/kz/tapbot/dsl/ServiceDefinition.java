package kz.tapbot.dsl;

/**
 * A kind of service: the one way by which typed services come into a topology, ours and users' alike. It is best an immutable value
 * whose settings are kept as {@link Setting}s, in a class marked {@link kz.tapbot.model.place.SpeaksForCaller}.
 *
 * @param <H> the typed handle that {@link ServerRef#run(ServiceDefinition)} returns
 */
@FunctionalInterface
public interface ServiceDefinition<H> {

    /** Declares the service on a server and returns its handle. */
    H declare(Declaration on);
}
