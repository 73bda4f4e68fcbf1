package kz.tapbot.runtime.event;

import java.time.Duration;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/** Something that happened while a plan was made or applied. */
public sealed interface RuntimeEvent {

    /**
     * A server was looked at.
     *
     * @param server the server
     * @param things how many things of ours were found
     * @param took how long it took
     */
    record ServerObserved(ServerName server, int things, Duration took) implements RuntimeEvent {}

    /**
     * An apply begins.
     *
     * @param run its id
     * @param changes how many changes it has
     */
    record ApplyStarted(String run, int changes) implements RuntimeEvent {}

    /**
     * A change begins.
     *
     * @param address what changes
     * @param action how, in a word
     */
    record ChangeStarted(Address address, String action) implements RuntimeEvent {}

    /**
     * An operation begins.
     *
     * @param address what it is for
     * @param operation its text form
     */
    record OperationStarted(Address address, String operation) implements RuntimeEvent {}

    /**
     * An operation has had its effect.
     *
     * @param address what it was for
     * @param operation its text form
     * @param took how long it took
     */
    record OperationDone(Address address, String operation, Duration took) implements RuntimeEvent {}

    /**
     * Something still runs.
     *
     * @param address what it is for
     * @param operation its text form
     * @param since for how long
     */
    record StillRunning(Address address, String operation, Duration since) implements RuntimeEvent {}

    /**
     * An image is being pulled: every few seconds, and once more when it is there.
     *
     * @param address what it is for
     * @param image the image
     * @param bytes how much of its layers is there
     * @param size how much that is of all layers that have been begun, as the engine knows it
     */
    record ImageProgress(Address address, String image, long bytes, long size) implements RuntimeEvent {}

    /**
     * A registry asks to be left alone for a time, and is.
     *
     * @param address what its image is for
     * @param image the image
     * @param delay for how long
     */
    record RegistryBusy(Address address, String image, Duration delay) implements RuntimeEvent {}

    /**
     * A change is there.
     *
     * @param address what changed
     * @param action how, in a word
     * @param took how long it took
     */
    record ChangeDone(Address address, String action, Duration took) implements RuntimeEvent {}

    /**
     * A change failed.
     *
     * @param address what should have changed
     * @param why why
     * @param rolledBack whether the state before is there again
     */
    record ChangeFailed(Address address, String why, boolean rolledBack) implements RuntimeEvent {}

    /**
     * A change was not tried.
     *
     * @param address what should have changed
     * @param because the change whose failure prevents it, or what else prevents it
     */
    record ChangeSkipped(Address address, String because) implements RuntimeEvent {}

    /**
     * An apply has ended.
     *
     * @param run its id
     * @param done how many changes are there
     * @param failed how many failed
     * @param skipped how many were not tried
     * @param took how long it took
     */
    record ApplyFinished(String run, int done, int failed, int skipped, Duration took) implements RuntimeEvent {}
}
