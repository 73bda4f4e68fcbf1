package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.backups;
import static kz.tapbot.TopologyRules.services;
import static kz.tapbot.TopologyRules.volumes;

import kz.tapbot.rule.TopologyRule;

/** Rules about data and its backups. */
public final class DataRules {

    private static final int DAYS = 30;

    /** What a service stores is saved. */
    public static final TopologyRule DATA_IS_SAVED = services()
            .that()
            .storeData()
            .should()
            .haveTheirDataInBackups()
            .named("data-is-saved")
            .because("what no backup saves is gone with the disk")
            .mendedBy("add it to a backup, or say needsNoBackupBecause(\"…\")")
            .allowEmpty();

    /** What lies in a volume is saved. */
    public static final TopologyRule VOLUMES_ARE_SAVED = volumes()
            .that()
            .mayNotBeLost()
            .should()
            .beInBackups()
            .named("volumes-are-saved")
            .because("what no backup saves is gone with the disk")
            .mendedBy("add it to a backup, or say needsNoBackupBecause(\"…\")")
            .allowEmpty();

    /** Two services that write to one volume spoil it. */
    public static final TopologyRule VOLUMES_HAVE_ONE_WRITER = volumes()
            .should()
            .haveOneWriter()
            .named("volumes-have-one-writer")
            .because("two services that do not know of each other overwrite what the other has written")
            .mendedBy("mount it read-only into all services but one: storage(s -> s.readOnly(volume, \"/path\"))")
            .allowEmpty();

    /** A copy outlives the servers. */
    public static final TopologyRule BACKUPS_LEAVE_THE_SERVERS = backups()
            .should()
            .leaveTheServers()
            .named("backups-leave-the-servers")
            .because("a copy on the servers is lost with them")
            .mendedBy("add a destination elsewhere, such as .to(S3.bucket(\"shop-backups\"), keep -> keep.days(30))")
            .allowEmpty();

    /** A copy is of no use to who finds it. */
    public static final TopologyRule BACKUPS_ARE_ENCRYPTED = backups()
            .should()
            .beEncrypted()
            .named("backups-are-encrypted")
            .because("a copy holds all the data, and whoever gets hold of one reads it")
            .mendedBy("say encryptedWith(Secret.file(\"backup-key\", \"/etc/shop/backup.key\")), a file on the machine"
                    + " that applies, and keep a second copy of the key elsewhere: without it no backup can be"
                    + " read")
            .allowEmpty();

    /** A copy that was never restored is a hope. */
    public static final TopologyRule BACKUPS_ARE_TRIED = backups()
            .should()
            .beScheduled()
            .andShould()
            .beRestoredAsADrill()
            .named("backups-are-tried")
            .because(
                    "nobody remembers to start one by hand, and only a copy that was restored once is known to be good")
            .mendedBy("say dailyAt(\"02:00\") for the schedule, and restoreDrill(Drill.monthly()) to have a copy"
                    + " restored every month as a test")
            .allowEmpty();

    /** A loss that is noticed late can still be undone; offered, as copies take room. */
    public static final TopologyRule BACKUPS_ARE_KEPT_A_MONTH = backups()
            .should()
            .keepCopiesForDays(DAYS)
            .named("backups-are-kept-a-month")
            .because("what is lost in silence is often missed weeks later, when every copy lacks it too")
            .mendedBy("keep them longer at one of the destinations: .to(S3.bucket(\"shop-backups\"), keep ->"
                    + " keep.days(30))")
            .allowEmpty();

    private DataRules() {}
}
