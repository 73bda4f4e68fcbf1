package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.data;
import static kz.tapbot.validate.Parts.mount;
import static kz.tapbot.validate.Parts.volume;
import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.value.HostPath;
import org.junit.jupiter.api.Test;

/** What is told of data and backups. */
class BackupsFindingsTest {

    @Test
    void a_backup_of_nothing_is_told() {
        assertThat(Judged.findings(second(b -> b.sources(List.of())))).isEqualTo("""
                error TB2601  Backup of nothing
                  at backup:second
                  backup:second saves nothing.
                  It would run and succeed each time, and there would be nothing to restore.
                  Say what it saves:
                      .of(content)
                  declared at (TapbotKz.java:180)""");
    }

    @Test
    void a_backup_to_nowhere_is_told() {
        assertThat(Judged.findings(second(b -> b.targets(List.of())))).isEqualTo("""
                error TB2602  Backup to nowhere
                  at backup:second
                  backup:second has no destination.
                  A copy that is put nowhere cannot be restored from.
                  Say where copies go, and for how long; at least one place outlives the server:
                      .to(S3.bucket("backups"), keep -> keep.days(30))
                  declared at (TapbotKz.java:180)""");
    }

    @Test
    void a_backup_on_the_disk_it_protects_is_told() {
        assertThat(Judged.findings(second(b -> b.targets(List.of(new BackupTarget(
                        new Destination.Directory(ServerName.of("data"), HostPath.of("/var/backups")),
                        Retention.days(7)))))))
                .isEqualTo("""
                error TB2603  Backup on the disk it protects
                  at backup:second
                  backup:second puts every copy of data:data/postgres/directus and 3 more sources on server:data, where that is itself.
                  What takes the disk, or the server, takes the data and all its copies in one moment.
                  Add a destination that outlives the server:
                      .to(S3.bucket("backups"), keep -> keep.days(30))
                  declared at (TapbotKz.java:180)""");
    }

    @Test
    void a_backup_by_hand_is_told() {
        assertThat(Judged.findings(second(b -> b.schedule(Optional.empty())))).isEqualTo("""
                warning TB2604  Backup only by hand
                  at backup:second
                  backup:second has no schedule.
                  It runs only when somebody remembers, and that is not on the day before the loss.
                  Say when:
                      .dailyAt("02:00")
                  declared at (TapbotKz.java:180)""");
    }

    @Test
    void a_backup_that_is_never_restored_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.drill(Optional.empty()))))
                .isEqualTo("""
                warning TB2605  Backup that is never restored
                  at backup:nightly
                  backup:nightly is never restored to see whether it can be.
                  A copy that nobody ever restored is a hope: dumps end early, keys get lost, formats change.
                  Let it be restored once a month beside the running service:
                      .restoreDrill(Drill.monthly())
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void copies_that_leave_unencrypted_are_told() {
        assertThat(Judged.findings(second(b -> b.encryption(Optional.empty())))).isEqualTo("""
                error TB2606  Copies leave the estate unencrypted
                  at backup:second
                  backup:second goes to s3:tapbot-backups without encryption.
                  Whoever gets at that store, its owner among them, reads every customer's data.
                  Encrypt it here, and keep the key in a safe place outside the estate too:
                      .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                  declared at (TapbotKz.java:180)""");
    }

    @Test
    void a_key_that_is_lost_with_the_servers_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.encryption(SecretName.of("redis-password")))))
                .isEqualTo("""
                warning TB2616  Backup whose key is lost with the servers
                  at backup:nightly
                  backup:nightly is encrypted with secret:redis-password, which is generated and lies on the servers only.
                  The day that takes the servers takes the key, and no copy can be opened any more.
                  Make the key yourself, keep it in two safe places outside the estate, and say where it is read from:
                      .encryptedWith(Secret.file("redis-password", "/home/me/keys/backup"))
                  declared at (TapbotKz.java:114)

                note TB2010  Declared but never used
                  at secret:backup-key
                  Nothing refers to secret:backup-key.
                  It may be left over, or what should use it was forgotten.
                  Use it, or remove the declaration.
                  declared at (TapbotKz.java:110)""");
    }

    @Test
    void data_without_a_backup_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n", s -> s.addStores(data("history", DataKind.FILES, Optional.empty(), 181)))))
                .isEqualTo("""
                error TB2607  Data without a backup
                  at data:app/n8n/history
                  data:app/n8n/history is saved by no backup.
                  When the disk fails, or somebody removes the wrong thing, it is gone for good.
                  Save it with the others, or say why it may be lost with .needsNoBackupBecause("…"):
                      t.backup("nightly", b -> b.of(history).dailyAt("02:00").restoreDrill(Drill.monthly())
                              .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                              .to(S3.bucket("backups"), keep -> keep.days(30)));
                  declared at (TapbotKz.java:181)""");
    }

    @Test
    void a_volume_without_a_backup_is_told() {
        assertThat(Judged.findings(Change.service(
                        Change.server("app", s -> s.addVolumes(volume("files", 16, 182))),
                        "app/n8n",
                        s -> s.addMounts(mount("app/files", "/files")))))
                .isEqualTo("""
                error TB2608  Volume without a backup
                  at volume:app/files
                  volume:app/files is written to and saved by no backup.
                  When the disk fails, or somebody removes the wrong thing, what lies in it is gone for good.
                  Save it with the others, or say why it may be lost with .needsNoBackupBecause("…"):
                      t.backup("nightly", b -> b.of(files).dailyAt("02:00").restoreDrill(Drill.monthly())
                              .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                              .to(S3.bucket("backups"), keep -> keep.days(30)));
                  declared at (TapbotKz.java:182)""");
    }

    @Test
    void a_database_backed_up_as_files_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.sources(withoutData("data/postgres/directus"))
                        .addSources(BackupSource.volume(VolumeId.of("data/postgres"))))))
                .isEqualTo("""
                error TB2609  Running database backed up as files
                  at backup:nightly
                  backup:nightly copies volume:data/postgres as files, in which data:data/postgres/directus lies.
                  Files change while they are copied, so the copy holds two moments at once and may not open when it is needed.
                  Save the data by its own dump instead:
                      .of(directus)
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_backup_of_the_engines_directory_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.addSources(
                        BackupSource.directory(ServerName.of("app"), HostPath.of("/var/lib/docker/volumes"))))))
                .isEqualTo("""
                error TB2609  Running database backed up as files
                  at backup:nightly
                  backup:nightly copies /var/lib/docker/volumes of server:app as files, in which the data of running containers lies.
                  Files change while they are copied, so the copy holds two moments at once and may not open when it is needed.
                  Save the data by its own dump instead:
                      .of(content)
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void copies_that_expire_before_the_next_one_are_told() {
        assertThat(Judged.findings(Change.backup(b -> b.schedule(Schedule.monthly(1, "02:00")))))
                .isEqualTo("""
                warning TB2610  Copies expire before the next one
                  at backup:nightly
                  backup:nightly runs monthly on day 1 at 02:00, and data:/var/backups/tapbot keeps copies for 7 days.
                  Between two runs there may be no copy left at all.
                  Keep them for longer than the pause, or run it more often:
                      keep -> keep.days(35)
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void data_that_nothing_can_read_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/qdrant",
                        s -> s.stores(List.of(StoredData.builder()
                                .name(DataName.of("conversations"))
                                .kind(DataKind.COLLECTION)
                                .volume(VolumeId.of("data/qdrant"))
                                .places(at(89))
                                .build())))))
                .isEqualTo("""
                error TB2611  Backup has nothing to read
                  at backup:nightly
                  backup:nightly saves data:data/qdrant/conversations, for which no dump command is declared.
                  There is nothing that a backup could read a whole and consistent copy from.
                  Say by which command of its image it is dumped, where it is stored:
                      qdrant.stores("conversations", DataKind.COLLECTION, d -> d.dump(Command.of("pg_dump", "-Fc", "-d", "app")))
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void two_writers_on_a_database_are_told() {
        assertThat(Judged.findings(Change.service("data/pgadmin", s -> s.addMounts(mount("data/postgres", "/pgdata")))))
                .isEqualTo("""
                error TB2612  Two writers on a database's volume
                  at service:data/pgadmin
                  service:data/pgadmin writes to volume:data/postgres, which holds a database and which service:data/postgres writes to.
                  Two database servers on one set of files destroy them, and a program beside the server does so too.
                  Give it a volume of its own, and let it ask the database over a network.
                  declared at (TapbotKz.java:93)
                  first declared at (TapbotKz.java:72)""");
    }

    @Test
    void two_writers_on_a_volume_are_told() {
        assertThat(Judged.findings(Change.service("data/pgadmin", s -> s.addMounts(mount("data/uploads", "/uploads")))))
                .isEqualTo("""
                warning TB2613  Two writers on a volume
                  at service:data/pgadmin
                  service:data/pgadmin writes to volume:data/uploads, which service:data/directus writes to as well.
                  Unless both know of each other, one overwrites what the other has just written.
                  Let one of them only read it:
                      .storage(s -> s.readOnly(uploads, "/data"))
                  declared at (TapbotKz.java:93)
                  first declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_volume_that_nobody_mounts_is_told() {
        assertThat(Judged.findings(Change.server("app", s -> s.addVolumes(volume("left-over", 16, 183)))))
                .isEqualTo("""
                warning TB2614  Volume that nobody mounts
                  at volume:app/left-over
                  No service mounts volume:app/left-over.
                  It may be left over, or a service that should keep its data in it loses it with each new container.
                  Mount it, or remove the declaration; what already lies in it stays until server:app retires it by name.
                  declared at (TapbotKz.java:183)""");
    }

    @Test
    void a_backup_into_its_own_source_is_told() {
        assertThat(Judged.findings(Change.backup(
                        b -> b.addSources(BackupSource.directory(ServerName.of("data"), HostPath.of("/var/backups"))))))
                .isEqualTo("""
                error TB2615  Backup into its own source
                  at backup:nightly
                  backup:nightly saves /var/backups of server:data into data:/var/backups/tapbot, which lies inside it.
                  Each copy would hold all copies before it, until the disk is full.
                  Put the copies outside of what is saved.
                  declared at (TapbotKz.java:114)""");
    }

    /** The estate with a second backup, which is like the first but for one thing. */
    private static Topology second(Consumer<Backup.Builder> change) {
        Backup.Builder builder = Backup.builder()
                .from(TapbotEstate.topology().backups().get(0))
                .name(BackupName.of("second"))
                .places(at(180));
        change.accept(builder);
        return Change.topology(t -> t.addBackups(builder.build()));
    }

    private static List<BackupSource> withoutData(String data) {
        return TapbotEstate.topology().backups().get(0).sources().stream()
                .filter(source -> !source.data().equals(Optional.of(DataId.of(data))))
                .toList();
    }
}
