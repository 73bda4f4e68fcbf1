package kz.tapbot.dsl.internal;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.tapbot.dsl.BackupDestination;
import kz.tapbot.dsl.BackupSpec;
import kz.tapbot.dsl.DirectoryRef;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.Handle;
import kz.tapbot.dsl.KeepSpec;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.Sftp;
import kz.tapbot.dsl.StoredDataRef;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.schedule.Schedule;

/** The scope of a backup. */
final class BackupScope extends ScopeBase<BackupSpec> implements BackupSpec {

    private final Backup.Builder builder;
    private final Map<String, BackupTarget> targets = new TreeMap<>();

    BackupScope(Estate estate, Notes notes, Backup.Builder builder) {
        super(estate, notes);
        this.builder = builder;
    }

    @Override
    BackupSpec self() {
        return this;
    }

    @Override
    public BackupSpec of(StoredDataRef... data) {
        for (StoredDataRef each : data) {
            source(each.data(), BackupSource.data(each.data().id()));
        }
        return this;
    }

    @Override
    public BackupSpec of(VolumeRef... volumes) {
        for (VolumeRef each : volumes) {
            source(each, BackupSource.volume(each.id()));
        }
        return this;
    }

    @Override
    public BackupSpec of(DirectoryRef... directories) {
        for (DirectoryRef each : directories) {
            source(each, BackupSource.directory(each.server(), each.path()));
        }
        return this;
    }

    private void source(Handle handle, BackupSource source) {
        if (accepts(handle, note("sources." + source))) {
            builder.addSources(source);
        }
    }

    @Override
    public BackupSpec dailyAt(String time) {
        return schedule(() -> Schedule.dailyAt(time));
    }

    @Override
    public BackupSpec weekly(DayOfWeek day, String time) {
        return schedule(() -> Schedule.weekly(day, time));
    }

    @Override
    public BackupSpec at(Schedule schedule) {
        return schedule(() -> schedule);
    }

    private BackupSpec schedule(Supplier<Schedule> schedule) {
        if (once("schedule")) {
            builder.schedule(schedule.get());
        }
        return this;
    }

    @Override
    public BackupSpec to(BackupDestination destination, Consumer<? super KeepSpec> keep) {
        DeclaredAt at = here();
        Optional<Destination> target = destination(destination, at);
        String key = "targets." + target.map(Destination::toString).orElse("foreign");
        boolean first = target.isPresent() && once(key, at);
        Keeping scope = new Keeping(this, key);
        boolean complete = scope.run(keep);
        if (complete && scope.keepsNothing()) {
            estate().report(
                            DslCode.INCOMPLETE,
                            notes().address(),
                            "It is not said for how long copies are kept there, so that none would be.\nSay it:\n"
                                    + "    .to(…, keep -> keep.days(7))",
                            at);
        } else if (complete && first) {
            targets.put(key, new BackupTarget(target.orElseThrow(), scope.retention()));
            builder.targets(targets.values());
        }
        return this;
    }

    private Optional<Destination> destination(BackupDestination destination, DeclaredAt at) {
        if (destination instanceof S3 s3) {
            return Optional.of(new Destination.S3(
                    s3.bucket(),
                    s3.endpoint(),
                    s3.accessKey().map(this::use),
                    s3.secretKey().map(this::use)));
        }
        if (destination instanceof Sftp sftp) {
            return Optional.of(new Destination.Sftp(sftp.host(), sftp.user(), sftp.path(), use(sftp.key())));
        }
        DirectoryRef directory = (DirectoryRef) destination;
        return accepts(directory, at)
                ? Optional.of(new Destination.Directory(directory.server(), directory.path()))
                : Optional.empty();
    }

    @Override
    public BackupSpec encryptedWith(Secret key) {
        if (once("encryption")) {
            builder.encryption(use(key));
        }
        return this;
    }

    @Override
    public BackupSpec restoreDrill(Drill drill) {
        if (once("drill")) {
            builder.drill(drill.schedule());
        }
        return this;
    }

    private static final class Keeping extends ScopeBase<KeepSpec> implements KeepSpec {
        private final String key;
        private int days;
        private int weeks;
        private int months;

        Keeping(ScopeBase<?> outer, String key) {
            super(outer);
            this.key = key;
        }

        boolean keepsNothing() {
            return days + weeks + months == 0;
        }

        Retention retention() {
            return new Retention(days, weeks, months);
        }

        @Override
        KeepSpec self() {
            return this;
        }

        @Override
        public KeepSpec days(int number) {
            if (once(key + ".days")) {
                days = new Retention(number, 0, 0).days();
            }
            return this;
        }

        @Override
        public KeepSpec weekly(int number) {
            if (once(key + ".weeks")) {
                weeks = new Retention(0, number, 0).weeks();
            }
            return this;
        }

        @Override
        public KeepSpec monthly(int number) {
            if (once(key + ".months")) {
                months = new Retention(0, 0, number).months();
            }
            return this;
        }
    }
}
