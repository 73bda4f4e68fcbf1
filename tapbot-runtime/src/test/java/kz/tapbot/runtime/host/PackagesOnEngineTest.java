package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packages of a real server: many at once, and services that they bring. */
@OnEngine
class PackagesOnEngineTest {

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = WholeServer.runtime(lab);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void what_waits_is_installed_in_one_go_and_only_what_cannot_be_is_told_to_have_failed() {
        ApplyReport report = apply(lab.declared("box")
                .addPackages(
                        PackageName.of("bc"),
                        PackageName.of("jq"),
                        PackageName.of("tree"),
                        PackageName.of("pv"),
                        PackageName.of("no-such-package"))
                .build());
        assertThat(failed(report))
                .isEqualTo(Map.of(
                        "package:box/no-such-package",
                        "Installing the package no-such-package failed: E: Unable to locate package no-such-package."));
        assertThat(lab.sh("dpkg-query -W -f '${Package} ' bc jq tree pv")).isEqualTo("bc jq pv tree ");
    }

    /** The package brings a file of its own where the declared one belongs, which nobody could see when the plan was made. */
    @Test
    void
            a_service_gets_its_file_in_the_apply_that_brings_its_package_and_one_that_dies_is_not_taken_for_one_that_runs() {
        // Where the machine is busy it dies only after its start was taken for one, and then at the restart for its
        // file.
        assertThat(failed(apply(mirror("port = 22\n"))))
                .hasEntrySatisfying(
                        "unit:box/rsync.service",
                        said -> assertThat(said)
                                .matches(
                                        "(Setting|Restarting) the unit rsync\\.service failed: rsync\\.service does not run after its start"
                                                + " \\(exit-code\\): journalctl -u rsync\\.service says why\\."));
        assertThat(lab.sh("cat /etc/default/rsync")).isEqualTo("# nothing\n");
        assertThat(failed(apply(mirror("[shop]\npath = /srv\n")))).isEmpty();
        assertThat(lab.holds("systemctl is-active rsync.service")).isTrue();
    }

    @Test
    void a_service_that_reads_something_else_is_restarted_once() {
        assertThat(failed(apply(mirror("[shop]\npath = /srv\n")))).isEmpty();
        String before = starts();
        assertThat(failed(apply(mirror("[shop]\npath = /srv/shop\n")))).isEmpty();
        assertThat(starts()).isEqualTo(before + "Started\n");
    }

    private String starts() {
        return lab.sh("journalctl --sync; journalctl -u rsync.service -o cat | grep -o '^Started' || :");
    }

    private Server mirror(String configuration) {
        return lab.declared("box")
                .addHostServices(HostService.builder()
                        .name(ServiceName.of("mirror"))
                        .kind(ServiceKind.of("mirror"))
                        .packageName(PackageName.of("rsync"))
                        .unit(UnitName.of("rsync.service"))
                        .port(Port.tcp(873))
                        .addFiles(
                                new HostFile(
                                        HostPath.of("/etc/default/rsync"),
                                        Content.text("# nothing\n"),
                                        FileMode.ALL_READ),
                                new HostFile(
                                        HostPath.of("/etc/rsyncd.conf"),
                                        Content.text(configuration),
                                        FileMode.ALL_READ))
                        .build())
                .build();
    }

    private ApplyReport apply(Server server) {
        return runtime.apply(
                Topology.builder()
                        .name(TopologyName.of("lab-packages"))
                        .addServers(server)
                        .build(),
                ApplyOptions.standard());
    }

    private static Map<String, String> failed(ApplyReport report) {
        Map<String, String> failed = new TreeMap<>();
        report.changes().stream()
                .filter(change -> change.outcome() != ChangeOutcome.DONE)
                .forEach(change ->
                        failed.put(change.address().toString(), change.why().orElse("")));
        return failed;
    }
}
