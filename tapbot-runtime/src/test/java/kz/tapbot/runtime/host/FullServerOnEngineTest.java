package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server on which nothing more can be written: files stay as they were, what is said names them, and once there is room the next apply goes on. */
@OnEngine
class FullServerOnEngineTest {

    /** Not even what would fit behind its last line. */
    private static final String NO_MORE_OF_A_JOURNAL = """
            cd /var/lib/tapbot
            head -c 1M /dev/zero >theirs 2>/dev/null
            head -c $((4096 - $(stat -c %s journal) % 4096)) /dev/zero | tr '\\0' '\\n' >>journal
            """;

    /** A file system in a file of another one, each on a loop device that goes with its mount: what becomes of the lower one, the upper one sees as its disk. */
    private static final String ON_A_DISK = """
            for n in 0 1 2 3 4 5 6 7; do [ -e /dev/loop$n ] || mknod /dev/loop$n b 7 $n; done
            disk() {
                at=$(losetup -f) && losetup "$at" "$1" && mount "$at" "$2" && losetup -d "$at"
            }
            mkdir -p /mnt/below /mnt/lower /etc/shop
            if ! mountpoint -q /mnt/below; then
                mount -t tmpfs -o size=24m tmpfs /mnt/below
                truncate -s 16m /mnt/below/disk && mkfs.ext4 -q -O ^has_journal /mnt/below/disk
            fi
            disk /mnt/below/disk /mnt/lower
            if [ ! -e /mnt/lower/disk ]; then truncate -s 8m /mnt/lower/disk && mkfs.ext4 -q -O ^has_journal /mnt/lower/disk; fi
            disk /mnt/lower/disk /etc/shop && rm -rf /etc/shop/lost+found
            """;

    /** The lower file system is shut down (EXT4_IOC_SHUTDOWN): every access to it from then on is an I/O error. */
    private static final String ITS_DISK_FAILS =
            "sync; perl -e 'open my $d, \"<\", \"/mnt/lower\" or die; my $how = pack \"L\", 2; ioctl $d, 0x8004587d, $how or die $!'";

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = SmallServer.runtime(lab);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void a_file_that_finds_no_room_or_cannot_be_written_stays_as_it_was() {
        onItsOwn("size=64k");
        applied(topology(0));
        lab.sh("head -c 1M /dev/zero >/etc/shop/theirs 2>/dev/null || true");
        failsAndLeaves(
                "Writing /etc/shop/shop.conf failed: No space left on device: no room is left on the file system /etc/shop."
                        + " The server's disk is full: make room there, and run again.");
        lab.sh("rm /etc/shop/theirs && mount -o remount,ro /etc/shop");
        failsAndLeaves(
                "Writing /etc/shop/shop.conf failed: nothing can be written to /etc/shop: Read-only file system.");
        lab.sh("mount -o remount,rw,nr_inodes=3 /etc/shop && touch /etc/shop/theirs");
        failsAndLeaves(
                "Writing /etc/shop/shop.conf failed: nothing can be written to /etc/shop: No space left on device:"
                        + " no more files fit on the file system /etc/shop."
                        + " The server's disk is full: make room there, and run again.");
        lab.sh("rm /etc/shop/theirs");
        AfterFault.isWhole("with room", lab, runtime, topology(1));
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void a_file_on_a_disk_that_fails_stays_as_it_was() {
        lab.sh(ON_A_DISK);
        applied(topology(0));
        lab.sh(ITS_DISK_FAILS);
        failsAndLeaves(
                "Writing /etc/shop/shop.conf failed: Input/output error: the disk under the file system /etc/shop"
                        + " fails, and dmesg on the server says more.");
        lab.sh("umount /etc/shop && umount /mnt/lower");
        lab.sh(ON_A_DISK);
        assertThat(lab.sh("head -n 1 /etc/shop/shop.conf")).isEqualTo("version 0\n");
        AfterFault.isWhole("with another disk", lab, runtime, topology(1));
        lab.sh("umount /etc/shop && umount /mnt/lower");
    }

    private void failsAndLeaves(String why) {
        String before = lab.sh("cksum /etc/shop/*; ls -A /etc/shop");
        ApplyReport report = runtime.apply(topology(1), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(report.changes().stream()
                        .filter(change -> change.outcome() == ChangeOutcome.FAILED)
                        .map(change -> change.why().orElse("")))
                .containsExactly(why);
        assertThat(lab.sh("cksum /etc/shop/*; ls -A /etc/shop")).isEqualTo(before);
    }

    @Test
    void a_server_that_cannot_keep_a_word_of_a_run_says_so_and_changes_nothing() {
        applied(topology(0));
        lab.sh(
                "mount -t tmpfs -o size=128k,mode=700 tmpfs /mnt && cp -a /var/lib/tapbot/. /mnt && mount --move /mnt /var/lib/tapbot");
        String before = lab.sh("cksum /etc/shop/shop.conf");
        lab.sh("head -c 1M /dev/zero >/var/lib/tapbot/theirs 2>/dev/null || true");
        assertThatThrownBy(() -> runtime.apply(topology(1), ApplyOptions.standard()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage(
                        "Taking the lock of the server failed: nothing can be written to /var/lib/tapbot: I/O error: no room is left on the file system"
                                + " /var/lib/tapbot. The server's disk is full: make room there, and run again.");
        lab.sh("rm /var/lib/tapbot/theirs && mount -o remount,ro /var/lib/tapbot");
        assertThatThrownBy(() -> runtime.apply(topology(1), ApplyOptions.standard()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage(
                        "Taking the lock of the server failed: chmod: changing permissions of '/var/lib/tapbot': Read-only file system.");
        assertThat(lab.sh("cksum /etc/shop/shop.conf")).isEqualTo(before);
        lab.sh("mount -o remount,rw /var/lib/tapbot");
        AfterFault.isWhole("with room", lab, runtime, topology(1));
    }

    @Test
    void a_run_that_cannot_note_its_end_tells_what_came_of_it() {
        applied(topology(0));
        lab.sh(
                "mount -t tmpfs -o size=128k,mode=700 tmpfs /mnt && cp -a /var/lib/tapbot/. /mnt && mount --move /mnt /var/lib/tapbot");
        ApplyReport report = runtime.apply(topology(1), ApplyOptions.standard().listener(event -> {
            if (event instanceof RuntimeEvent.ChangeDone done
                    && done.address().toString().startsWith("unit:")) {
                lab.sh(NO_MORE_OF_A_JOURNAL);
            }
        }));
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        assertThat(runtime.plan(topology(2)).toString()).contains("A run was interrupted");
        lab.sh("rm /var/lib/tapbot/theirs");
        AfterFault.isWhole("with room", lab, runtime, topology(1));
    }

    private void onItsOwn(String options) {
        lab.sh("mkdir -p /etc/shop && mount -t tmpfs -o " + options + " tmpfs /etc/shop");
    }

    private Topology topology(int version) {
        return SmallServer.topology(
                SmallServer.service(lab.declared("box").firewall(false), "/etc/shop/shop.conf", version)
                        .build());
    }

    private void applied(Topology declared) {
        ApplyReport report = runtime.apply(declared, ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
    }
}
