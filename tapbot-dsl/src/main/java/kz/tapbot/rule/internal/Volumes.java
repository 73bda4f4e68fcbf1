package kz.tapbot.rule.internal;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;

/** What is asked and demanded of volumes. */
final class Volumes {

    static final Condition<Subject.OfVolume> SAVED =
            Condition.that("be in backups", Volumes::saved, one -> "is saved by no backup");

    static final Condition<Subject.OfVolume> SIZE = Condition.that(
            "have an expected size", one -> one.volume().expectedSize().isPresent(), one -> "has no expected size");

    static final Condition<Subject.OfVolume> ONE_WRITER = Condition.of("have one writer", (one, violations) -> {
        List<String> writers = users(one, true).stream()
                .map(service -> service.address().toString())
                .toList();
        if (writers.size() > 1) {
            violations.add(one, "is mounted writable into " + Words.and(writers));
        }
    });

    private Volumes() {}

    /** Whether neither the volume nor what its services store in it was said to need no backup. */
    static boolean mayNotBeLost(Subject.OfVolume one) {
        List<StoredData> data = stored(one);
        boolean precious = data.isEmpty() || data.stream().anyMatch(StoredData::precious);
        return one.volume().noBackupBecause().isEmpty() && precious;
    }

    private static boolean saved(Subject.OfVolume one) {
        boolean dumped = users(one, false).stream()
                .anyMatch(service -> service.service().stores().stream()
                        .filter(data -> data.volume().equals(Optional.of(one.id())))
                        .anyMatch(data -> one.estate().saves(new DataId(service.id(), data.name()))));
        return dumped || one.estate().saves(one.id());
    }

    private static List<StoredData> stored(Subject.OfVolume one) {
        return users(one, false).stream()
                .flatMap(service -> service.service().stores().stream())
                .filter(data -> data.volume().equals(Optional.of(one.id())))
                .toList();
    }

    private static List<Subject.OfService> users(Subject.OfVolume one, boolean writing) {
        return one.estate().using(one.id()).stream()
                .filter(service -> !writing
                        || service.service().mounts().stream()
                                .filter(mount -> mount.volume().equals(Optional.of(one.id())))
                                .anyMatch(mount -> !mount.readOnly()))
                .toList();
    }
}
