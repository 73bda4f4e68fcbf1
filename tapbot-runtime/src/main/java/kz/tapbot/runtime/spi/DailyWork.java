package kz.tapbot.runtime.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.daily.EngineEvent;
import kz.tapbot.runtime.daily.EventQuery;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.daily.Stock;

/**
 * What people do with running containers from day to day. Everything a container says comes bounded and made safe to show, see {@link Cleaned}, unless a
 * method says otherwise. Every method throws {@link UnreachableException} once the connection is lost, and {@link OperationFailedException} if the
 * engine refuses.
 */
public interface DailyWork {

    /** What the containers of ours use at the moment. What cannot be told, because it takes too long or the kernel does not count it, is absent. */
    ServerUsage usage();

    /**
     * Reads the log of a service's container, oldest line first. Returns at its end, when nothing more is wanted, or when the thread is interrupted.
     * Where it is followed there is no end: a container that takes the place of the one before is followed on.
     *
     * @throws OperationFailedException if there is no such container of ours
     */
    void log(ServiceName service, LogQuery query, Sink<LogLine> sink);

    /**
     * Runs a command in a service's container and waits for its end. Arguments are passed as they are, through no shell, and noted nowhere.
     *
     * @return its exit status; 126 or 127 if it cannot be started, and why stands in what it said
     * @throws OperationFailedException if there is no such container of ours, or it does not run
     */
    int exec(ServiceName service, List<String> command, ExecStreams streams);

    /** The releases of a service that are kept, newest first; none if it never was. */
    List<Release> releases(ServiceName service);

    /**
     * What a service was declared as in a release that is kept.
     *
     * @throws OperationFailedException if that is not kept
     */
    Service definition(ServiceName service, int release);

    /**
     * Records what the containers of services run as their newest releases, and keeps their images from being cleaned up. A release that has been there before
     * is recorded anew and not twice; nothing happens if it is the newest. The oldest goes where there are too many.
     *
     * @param services as they were declared
     * @param rolledBackTo the release that they brought back, if it was a rollback
     * @throws OperationFailedException if one of them has no container of this topology; nothing is recorded then
     */
    void record(Collection<Service> services, OptionalInt rolledBackTo);

    /** Makes the image of a release be there under the name that it was declared by, from what was kept and without a registry. */
    void restore(ServiceName service, int release);

    /** What lies on the engine and may be needed or not. */
    Stock stock();

    /**
     * Removes what is not needed any more. What came into use since is left alone.
     *
     * @throws OperationFailedException if the engine refuses
     */
    void remove(Leftover leftover);

    /**
     * The tags that the registry of an image has for it, asked for by whoever runs this and not by the engine.
     *
     * @param login as whom, if the registry does not tell everybody
     * @throws OperationFailedException if the registry cannot be asked, with why
     */
    SortedSet<String> tags(Image image, Optional<RegistryLogin> login);

    /**
     * Tells what happened to containers of ours on the engine, oldest first, as far as the engine still knows. Returns when nothing more is wanted, or without following, at the end.
     */
    void events(EventQuery query, Sink<EngineEvent> sink);
}
